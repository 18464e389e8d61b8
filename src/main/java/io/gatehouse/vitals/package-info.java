/**
 * How this instance is doing, for whoever starts and watches it (S3.17, S3.18). Writes no table and
 * asks none: it answers while the database is away.
 */
@NullMarked
package io.gatehouse.vitals;

import org.jspecify.annotations.NullMarked;
