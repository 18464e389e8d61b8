@NullMarked
package io.gatehouse.stream;

import org.jspecify.annotations.NullMarked;
