package io.gatehouse.carrier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a request to Twilio may take; both together stay well under half a minute, after which
 * an effect under way counts as dead.
 *
 * @param connect until a connection stands
 * @param read until the whole answer is there, however slowly it drips
 */
@ConfigurationProperties("gatehouse.twilio.timeouts")
record Timeouts(
    @Bindable(defaultValue = "5s") Duration connect,
    @Bindable(defaultValue = "15s") Duration read) {

  Duration whole() {
    return connect.plus(read);
  }
}
