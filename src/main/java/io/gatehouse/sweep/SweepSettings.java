package io.gatehouse.sweep;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * @param every how often what is still to be recorded is looked at
 * @param together messages that are recorded together at most
 */
@ConfigurationProperties("gatehouse.sweep")
record SweepSettings(
    @Bindable(defaultValue = "50ms") Duration every,
    @Bindable(defaultValue = "64") @Min(1) @Max(1000) int together) {}
