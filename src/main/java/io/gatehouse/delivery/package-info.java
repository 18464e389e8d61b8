/**
 * What becomes of text messages on their way out: the carrier's word on each, looking into unknown
 * ones, sending again; and of those that came in unheard. Writes sms_delivery, sms_alarm and
 * sms_look.
 */
@NullMarked
package io.gatehouse.delivery;

import org.jspecify.annotations.NullMarked;
