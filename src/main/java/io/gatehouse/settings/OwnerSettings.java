package io.gatehouse.settings;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the owner is told outside of the inbox. Without an address nothing leaves.
 *
 * @param emails addresses that get an e-mail
 * @param phones in E.164, that get an SMS
 * @param phonesFrom the number of ours those SMS come from; needed where phones are given
 * @param webhook an address that gets a signed POST
 * @param tell what is worth it
 * @param digestAt when the daily digest is sent by e-mail; empty for never
 */
public record OwnerSettings(
    List<String> emails,
    List<String> phones,
    Optional<String> phonesFrom,
    Optional<URI> webhook,
    Set<Occasion> tell,
    Optional<LocalTime> digestAt,
    ZoneId zone) {

  public static final OwnerSettings STANDARD =
      new OwnerSettings(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Set.copyOf(EnumSet.of(Occasion.HOLDS, Occasion.ESCALATIONS, Occasion.TROUBLE)),
          Optional.empty(),
          ZoneId.of("UTC"));

  public OwnerSettings {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    tell = Set.copyOf(tell);
  }

  /** Kinds of notices, as an owner thinks of them. */
  public enum Occasion {
    /** A message waits for the owner. */
    HOLDS,
    /** A pair reached the strike that escalates. */
    ESCALATIONS,
    /** Something could not be done, such as a message that was refused by the provider. */
    TROUBLE;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
