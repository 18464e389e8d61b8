package io.gatehouse.tenancy;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * When an organization is flagged by itself (S2.14, B35), beside high risk.
 *
 * @param score a single detection with a higher score is enough
 * @param violations so many detections that were flagged or blocked are enough, whatever their
 *     scores
 * @param window how far back those are counted
 */
@ConfigurationProperties("gatehouse.auto-flag")
record AutoFlagSettings(
    @Bindable(defaultValue = "80") @Min(0) @Max(100) int score,
    @Bindable(defaultValue = "5") @Min(1) @Max(1000) int violations,
    @Bindable(defaultValue = "7d") Duration window) {}
