package io.gatehouse.passage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How long who asks may wait. S3.1 and S3.21 promise less than 100 ms.
 *
 * @param budget until a message is answered without being recorded
 * @param disk how much longer an answer may wait for the disk that keeps such a message
 * @param patience until one is refused whose recording has begun, where the organization refuses
 * @param waiting messages that may wait at once; further ones are answered at once
 * @param workers how many recordings may be under way at once
 * @param together messages that are recorded together at most
 */
@ConfigurationProperties("gatehouse.passage")
record PassageSettings(
    @Bindable(defaultValue = "80ms") Duration budget,
    @Bindable(defaultValue = "15ms") Duration disk,
    @Bindable(defaultValue = "2s") Duration patience,
    @Bindable(defaultValue = "10000") @Min(1) int waiting,
    @Bindable(defaultValue = "4") @Min(1) @Max(64) int workers,
    @Bindable(defaultValue = "16") @Min(1) @Max(1000) int together) {}
