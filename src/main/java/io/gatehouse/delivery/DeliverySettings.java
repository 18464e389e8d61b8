package io.gatehouse.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long is waited for a provider.
 *
 * @param certain after this long a message that the provider's list does not have was not sent
 * @param skew how far the provider's clock may be behind ours
 * @param silence after this long without a word the provider is asked, and after this long it is
 *     asked again when it could not be
 * @param again how often it is asked from then on
 * @param enough when nobody asks any more: a network that gives no receipts leaves it as sent
 */
@ConfigurationProperties("gatehouse.sms")
record DeliverySettings(
    @Bindable(defaultValue = "60s") Duration certain,
    @Bindable(defaultValue = "30s") Duration skew,
    @Bindable(defaultValue = "10m") Duration silence,
    @Bindable(defaultValue = "1h") Duration again,
    @Bindable(defaultValue = "36h") Duration enough) {}
