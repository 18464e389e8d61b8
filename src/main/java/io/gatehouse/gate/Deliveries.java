package io.gatehouse.gate;

import java.util.List;
import java.util.UUID;

/** How far a message got behind the provider that took it; implemented where a carrier tells. */
public interface Deliveries {

  /** One for each time it was handed over, in order. */
  List<DeliveryView> of(UUID event);
}
