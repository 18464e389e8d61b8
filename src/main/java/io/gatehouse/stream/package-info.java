/**
 * The feed as a Redis Stream (S3.16), where a Redis is named: each entry once and in order, through
 * outages of any length. Writes stream_base.
 */
@NullMarked
package io.gatehouse.stream;

import org.jspecify.annotations.NullMarked;
