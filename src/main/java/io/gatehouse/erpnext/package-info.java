/** The edge to ERPNext: its webhooks in (facts of Frappe v14 to v16). Writes no table. */
@NullMarked
package io.gatehouse.erpnext;

import org.jspecify.annotations.NullMarked;
