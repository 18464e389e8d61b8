@NullMarked
package io.gatehouse.standings;

import org.jspecify.annotations.NullMarked;
