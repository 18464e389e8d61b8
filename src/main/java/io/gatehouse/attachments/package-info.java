/**
 * Files that come with messages, as bytes: what they are, what can be read in them, and what they
 * must not carry further. Knows no network and no database. Writes no table.
 */
@NullMarked
package io.gatehouse.attachments;

import org.jspecify.annotations.NullMarked;
