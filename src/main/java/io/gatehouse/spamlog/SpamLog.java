package io.gatehouse.spamlog;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.gatehouse.spam.Spam.Reason;
import io.gatehouse.spamlog.SpamListener.Logged;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the log, and counts it for whoever judges organizations by it. */
@Singleton
public class SpamLog {

  /** What the original is sealed for. */
  static final String PURPOSE = "spam";

  /** A form that is sent twice is one detection. */
  private static final Duration SAME = Duration.ofMinutes(1);

  private final SpamRepository rows;
  private final List<SpamListener> listeners;
  private final Sealer sealer;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;

  SpamLog(
      final SpamRepository rows,
      final List<SpamListener> listeners,
      final Sealer sealer,
      final ObjectMapper json,
      final Ids ids,
      final Clock clock) {
    this.rows = rows;
    this.listeners = listeners;
    this.sealer = sealer;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Adds a row to the running transaction and tells the listeners. The same detection within a
   * minute finds the first row.
   *
   * @return the row's id
   */
  public UUID add(final Detection detection) {
    final Instant now = clock.instant();
    final Optional<UUID> same = rows.same(key(detection, now.minus(SAME)));
    if (same.isPresent()) {
      return same.get();
    }
    final UUID id = ids.next();
    rows.add(row(id, detection, now));
    final var logged =
        new Logged(
            id,
            detection.organization(),
            detection.spam().score(),
            detection.spam().highRisk(),
            detection.action(),
            now);
    listeners.forEach(listener -> listener.logged(logged));
    return id;
  }

  private static SpamRepository.Key key(final Detection detection, final Instant since) {
    return new SpamRepository.Key(
        detection.askedBy().value(),
        detection.organization().map(OrganizationId::value).orElse(""),
        detection.subject().orElse(""),
        detection.kind().wire(),
        detection.spam().sanitized(),
        since);
  }

  private SpamRepository.NewRow row(final UUID id, final Detection detection, final Instant now) {
    return new SpamRepository.NewRow(
        id,
        detection.organization().map(OrganizationId::value).orElse(null),
        detection.askedBy().value(),
        detection.subject().orElse(null),
        detection.kind().wire(),
        sealed(detection),
        now.plus(detection.keep()),
        detection.spam().sanitized(),
        detection.spam().score(),
        write(detection.spam().reasons()),
        detection.spam().highRisk(),
        detection.action().wire(),
        now,
        detection.address().orElse(null));
  }

  /** What is blank needs no seal, and there is nothing in it to keep. */
  private byte[] sealed(final Detection detection) {
    return detection.original().isBlank()
        ? new byte[0]
        : sealer.seal(detection.askedBy(), PURPOSE, new Secret(detection.original()));
  }

  private String write(final List<Reason> reasons) {
    try {
      return json.writeValueAsString(reasons.stream().map(SpamLog::members).toList());
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> members(final Reason reason) {
    final Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", reason.code());
    members.put("points", reason.points());
    return members;
  }

  /** How an organization's rows add up (S2.10). */
  public SpamStats stats(final OrganizationId organization) {
    return rows.stats(organization.value());
  }

  /** How often something was found at an organization since a moment (B35). */
  public long count(final OrganizationId organization, final Instant since) {
    return rows.count(organization.value(), since);
  }

  /** The organizations at which something was found since a moment, each once (S2.12). */
  public List<SpamTally> since(final Instant moment) {
    return rows.since(moment);
  }
}
