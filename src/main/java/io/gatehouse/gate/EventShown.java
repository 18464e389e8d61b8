package io.gatehouse.gate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A message event with all that followed from it.
 *
 * @param effects what was done outside, in the order it was ordered
 * @param deliveries what became of the text messages among them
 */
@Serdeable
public record EventShown(
    @JsonUnwrapped EventView event, List<EffectView> effects, List<DeliveryView> deliveries) {}
