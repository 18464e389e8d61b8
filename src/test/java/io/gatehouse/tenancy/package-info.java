@NullMarked
package io.gatehouse.tenancy;

import org.jspecify.annotations.NullMarked;
