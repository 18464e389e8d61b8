/**
 * The edge of chat applications: they ask over a WebSocket or over HTTP before they deliver a
 * message, and are answered in the words of S3. Writes no table.
 */
@NullMarked
package io.gatehouse.intercept;

import org.jspecify.annotations.NullMarked;
