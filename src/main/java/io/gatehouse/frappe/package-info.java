/**
 * How one talks with a Frappe site: the proof of its webhooks, its documents' fields, its REST API
 * and what its refusals mean, of which the owner is told once. Writes site_alarm.
 */
@NullMarked
package io.gatehouse.frappe;

import org.jspecify.annotations.NullMarked;
