/**
 * Records what was answered before it was recorded, as soon as that is possible again, and tells
 * owners of it. Writes no table itself.
 */
@NullMarked
package io.gatehouse.sweep;

import org.jspecify.annotations.NullMarked;
