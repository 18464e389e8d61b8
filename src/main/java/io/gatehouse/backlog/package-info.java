/**
 * What was answered before it could be recorded, on disk until it is. Everything else waits for the
 * database and is asked for again by its provider; a chat application is answered while the
 * database is away (S3.1, S3.15), has delivered the message by then, and never asks again. So this
 * is the only copy of it. Sealed like everything that must not be read from where it lies. Writes
 * no table.
 */
@NullMarked
package io.gatehouse.backlog;

import org.jspecify.annotations.NullMarked;
