@NullMarked
package io.gatehouse.lookup;

import org.jspecify.annotations.NullMarked;
