package io.gatehouse.installing;

/**
 * What is to be done.
 *
 * @param apply writes; else it is only told what would be
 * @param remove takes away what was made, instead of making it
 * @param fields with {@code remove}: the custom fields as well, and what is in them
 * @param verify provokes a delivery even where nothing was written
 * @param newKey replaces a key of the dedicated user that this gateway does not hold
 * @param setSecret writes the webhooks' secret anew, which cannot be read and compared
 */
record Wish(
    boolean apply,
    boolean remove,
    boolean fields,
    boolean verify,
    boolean newKey,
    boolean setSecret) {}
