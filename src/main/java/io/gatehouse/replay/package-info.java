/**
 * Decides one stored message again and shows what came out then and now. Reads the database in a
 * read-only transaction and writes no table.
 */
@NullMarked
package io.gatehouse.replay;

import org.jspecify.annotations.NullMarked;
