@NullMarked
package io.gatehouse.sweep;

import org.jspecify.annotations.NullMarked;
