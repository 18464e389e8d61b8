package io.gatehouse.lookup;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How sites are asked for Issues and people.
 *
 * @param lookUps whether they are asked at all; else who is who follows from payloads alone
 * @param refresh after this long what was answered is asked again, when a message comes
 */
@ConfigurationProperties("gatehouse.erpnext")
record LookUpSettings(
    @Bindable(defaultValue = "true") boolean lookUps,
    @Bindable(defaultValue = "6h") Duration refresh) {}
