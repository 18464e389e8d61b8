/**
 * Compliance Alerts (S1.4): Issues on the ERPNext site that only its desk can see, for every
 * channel; one for a pair and a window of strikes, closed on either side. Writes compliance_alert
 * and compliance_alert_strike.
 */
@NullMarked
package io.gatehouse.alerts;

import org.jspecify.annotations.NullMarked;
