package io.gatehouse.model;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/**
 * What one model cost an organization on one day (UTC).
 *
 * @param requests questions that were sent; a long text is several
 * @param failures those that brought no opinion
 * @param promptTokens as the server counts them; guessed where it does not say
 */
@Serdeable
@MappedEntity("model_usage")
public record ModelDay(
    @Id LocalDate day,
    String model,
    long requests,
    long failures,
    long promptTokens,
    long completionTokens) {}
