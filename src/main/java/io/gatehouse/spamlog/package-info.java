/**
 * What was found in names and invitations, kept as evidence, and what people said of it. Writes
 * spam_log and spam_review.
 */
@NullMarked
package io.gatehouse.spamlog;

import org.jspecify.annotations.NullMarked;
