package io.gatehouse.doctor;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Whether anything that was to be done outside waits for the owner. */
@Singleton
class EffectsCheck implements Check {

  private final HealthRepository health;

  EffectsCheck(final HealthRepository health) {
    this.health = health;
  }

  @Override
  public String name() {
    return "effects";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final List<HealthRepository.Parked> parked = health.parked(organization.value());
    if (parked.isEmpty()) {
      return Finding.fine("none is parked");
    }
    final String detail =
        parked.stream()
            .map(code -> code.number() + " " + code.code())
            .collect(Collectors.joining(", "));
    return new Finding(
        State.TROUBLE,
        "parked: " + detail,
        "Mend what stopped them, then POST /api/effects/retry with the code and a reason.");
  }
}
