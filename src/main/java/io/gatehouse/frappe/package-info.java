/**
 * How one talks with a Frappe site: the proof of its webhooks, its documents' fields, its REST API
 * and what its refusals mean. Knows no ERPNext. Writes no table.
 */
@NullMarked
package io.gatehouse.frappe;

import org.jspecify.annotations.NullMarked;
