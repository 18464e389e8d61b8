@NullMarked
package io.gatehouse.passage;

import org.jspecify.annotations.NullMarked;
