package io.gatehouse.stream;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The stream.
 *
 * @param key its name in Redis (S3.16)
 * @param length about how many entries it keeps; the oldest go. More than are handed over at once,
 *     else none could be known again
 */
@ConfigurationProperties("gatehouse.stream")
record StreamSettings(
    @Bindable(defaultValue = "cis:messages") String key,
    @Bindable(defaultValue = "100000") @Min(10_000) @Max(100_000_000) int length) {}
