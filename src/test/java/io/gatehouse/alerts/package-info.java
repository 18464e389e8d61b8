@NullMarked
package io.gatehouse.alerts;

import org.jspecify.annotations.NullMarked;
