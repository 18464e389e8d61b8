@NullMarked
package io.gatehouse.breaker;

import org.jspecify.annotations.NullMarked;
