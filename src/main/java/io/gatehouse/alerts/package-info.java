/**
 * Compliance Alerts (S1.4): Issues on the ERPNext site that only its desk can see, for every
 * channel. Writes no table.
 */
@NullMarked
package io.gatehouse.alerts;

import org.jspecify.annotations.NullMarked;
