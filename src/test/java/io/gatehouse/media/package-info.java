/** Drives what the clock would. */
@NullMarked
package io.gatehouse.media;

import org.jspecify.annotations.NullMarked;
