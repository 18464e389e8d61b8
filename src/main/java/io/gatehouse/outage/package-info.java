/** Tells an outage of ours from what is wrong with a message. Writes no table. */
@NullMarked
package io.gatehouse.outage;

import org.jspecify.annotations.NullMarked;
