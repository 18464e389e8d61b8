/**
 * What a client and a provider may mention to each other, in whichever conversation of theirs.
 * Writes pair_contact.
 */
@NullMarked
package io.gatehouse.pairs;

import org.jspecify.annotations.NullMarked;
