/**
 * A text is checked before it is sent: {@code gatehouse scan} over JSON lines and {@code POST
 * /api/check} over HTTP, by one mapping. Stores nothing and writes no table.
 */
@NullMarked
package io.gatehouse.presend;

import org.jspecify.annotations.NullMarked;
