/**
 * How fast a number may send and how much an organization may send in a day. Writes sms_pace and
 * sms_day.
 */
@NullMarked
package io.gatehouse.pace;

import org.jspecify.annotations.NullMarked;
