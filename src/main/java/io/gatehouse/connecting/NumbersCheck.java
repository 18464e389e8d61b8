package io.gatehouse.connecting;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.doctor.Check;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether Twilio takes the credentials, and its numbers call this gateway. */
@Singleton
class NumbersCheck implements Check {

  private final TwilioNumbers numbers;

  NumbersCheck(final TwilioNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public String name() {
    return "twilio";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    try {
      return found(numbers.show(organization));
    } catch (final Problem problem) {
      return problem.status() == 409
          ? new Finding(State.NOTE, problem.code().replace('_', ' '), problem.detail())
          : new Finding(State.TROUBLE, problem.code().replace('_', ' '), problem.detail());
    }
  }

  private static Finding found(final List<NumberView> all) {
    final long connected =
        all.stream().filter(n -> n.state().equals(NumberView.State.CONNECTED.wire())).count();
    final String detail = connected + " of " + all.size() + " numbers call this gateway";
    return connected == all.size() && connected > 0
        ? Finding.fine(detail)
        : new Finding(
            State.NOTE, detail, "gatehouse connect twilio shows them; --apply sets what differs.");
  }
}
