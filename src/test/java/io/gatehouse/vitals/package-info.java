@NullMarked
package io.gatehouse.vitals;

import org.jspecify.annotations.NullMarked;
