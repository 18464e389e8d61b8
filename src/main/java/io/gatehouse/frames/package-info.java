/**
 * What a chat application and the gateway say to each other, as JSON: requests read strictly (S3.4)
 * and answers written (S3.5, S3.20), the same over a WebSocket and over HTTP. Writes no table.
 */
@NullMarked
package io.gatehouse.frames;

import org.jspecify.annotations.NullMarked;
