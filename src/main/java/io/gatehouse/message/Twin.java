package io.gatehouse.message;

/**
 * Two places in which a provider tells one and the same message, such as an Issue's description and
 * the Communication made of it. Whichever comes second is the message that came first; a third one
 * in either place is a message of its own.
 *
 * @param words the same for both, by which they take turns
 * @param own the place this one was told in
 * @param other the place the same words may have been told in
 */
public record Twin(NaturalKey words, NaturalKey own, NaturalKey other) {}
