/** Tests of what is said in threads. */
@NullMarked
package io.gatehouse.thread;

import org.jspecify.annotations.NullMarked;
