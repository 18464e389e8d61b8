/** Tests of the talk with a Frappe site. */
@NullMarked
package io.gatehouse.frappe;

import org.jspecify.annotations.NullMarked;
