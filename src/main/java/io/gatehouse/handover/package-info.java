/**
 * Hands the feed over to its outlets, each at its own pace, by one instance of the cluster at a
 * time. Writes feed_outlet.
 */
@NullMarked
package io.gatehouse.handover;

import org.jspecify.annotations.NullMarked;
