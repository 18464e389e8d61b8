/** Tests of the edge to ERPNext. */
@NullMarked
package io.gatehouse.erpnext;

import org.jspecify.annotations.NullMarked;
