/**
 * What tests share: one PostgreSQL server a run, tables cleared before each test, a clock that
 * stands still, and parts that may be missing on a machine.
 */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
