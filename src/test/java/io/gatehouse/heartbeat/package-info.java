/** Tests of the heartbeat. */
@NullMarked
package io.gatehouse.heartbeat;

import org.jspecify.annotations.NullMarked;
