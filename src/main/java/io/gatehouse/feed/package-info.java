/**
 * Every decision of every channel, and what became of it, as a sequence that others can follow
 * without missing anything (S3.16): read by them, or handed over to outlets. Writes feed_entry,
 * feed_era and feed_forgotten.
 */
@NullMarked
package io.gatehouse.feed;

import org.jspecify.annotations.NullMarked;
