/**
 * Whether an organization's ERPNext site answers, knows the gateway's user, and has what its work
 * needs. Writes no table.
 */
@NullMarked
package io.gatehouse.checkup;

import org.jspecify.annotations.NullMarked;
