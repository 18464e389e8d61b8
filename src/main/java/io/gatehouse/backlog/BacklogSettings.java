package io.gatehouse.backlog;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/**
 * @param bytes what the file may have on disk; a message that finds no room is answered and lost,
 *     which the log and the owner are told
 */
@ConfigurationProperties("gatehouse.backlog")
record BacklogSettings(@Bindable(defaultValue = "268435456") @Min(4096) long bytes) {}
