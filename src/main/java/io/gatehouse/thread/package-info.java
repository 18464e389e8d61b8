/**
 * What the gateway says in an Issue's thread on the ERPNext site, where both sides read it. Writes
 * thread_notice.
 */
@NullMarked
package io.gatehouse.thread;

import org.jspecify.annotations.NullMarked;
