package io.gatehouse.relay;

import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrierContract.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A carrier in memory whose behaviour a test chooses. */
public final class FakeCarrier implements SmsCarrier {

  private final List<SmsMessage> arrived = new ArrayList<>();
  private Weather weather = Weather.ACCEPTS;

  public synchronized void turn(final Weather next) {
    weather = next;
  }

  public synchronized List<SmsMessage> arrived() {
    return List.copyOf(arrived);
  }

  /** This carrier remembers all it got. */
  @Override
  public synchronized Outcome reconcile(final SmsMessage asked) {
    return arrived.stream().anyMatch(message -> message.effect().equals(asked.effect()))
        ? new Outcome.Done("FAKE")
        : new Outcome.Later("absent", "it never arrived", null);
  }

  @Override
  public synchronized Outcome send(final SmsMessage message) {
    if (weather != Weather.AWAY) {
      arrived.add(message);
    }
    return switch (weather) {
      case ACCEPTS -> new Outcome.Done("FAKE" + arrived.size());
      case RECIPIENT_OPTED_OUT -> new Outcome.Refused(OPTED_OUT, "opted out");
      case REFUSES -> new Outcome.Refused("21211", "no number");
      case ASKS_TO_WAIT_7_SECONDS -> new Outcome.Later("429", "wait", Duration.ofSeconds(7));
      case ACTS_BUT_DOES_NOT_SAY -> new Outcome.Unknown("silence");
      case AWAY -> new Outcome.Later("unreachable", "away", null);
    };
  }
}
