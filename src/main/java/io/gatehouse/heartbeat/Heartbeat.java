package io.gatehouse.heartbeat;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Notes that a site's webhooks are heard. They carry no number and no time by which a missing one
 * could be told, and a site whose workers or Redis are down sends none at all.
 */
@Singleton
public class Heartbeat {

  /** How exact the table is at least; for a storm of webhooks it is one write. */
  private static final Duration APART = Duration.ofMinutes(1);

  private final HeartbeatRepository beats;
  private final Clock clock;
  private final Map<OrganizationId, Instant> written = new ConcurrentHashMap<>();
  private final Map<OrganizationId, Instant> heard = new ConcurrentHashMap<>();

  Heartbeat(final HeartbeatRepository beats, final Clock clock) {
    this.beats = beats;
    this.clock = clock;
  }

  /** A webhook came, and its signature was right. */
  public void heard(final OrganizationId organization) {
    final Instant now = clock.instant();
    heard.put(organization, now);
    if (written.merge(organization, now, Heartbeat::kept).equals(now)) {
      beats.heard(organization.value(), now);
    }
  }

  /** Also a time that lies ahead gives way: clocks are set back. */
  private static Instant kept(final Instant last, final Instant now) {
    return Duration.between(last, now).abs().compareTo(APART) < 0 ? last : now;
  }

  /** When the last one came: exact for this process, to the minute for others. */
  public Optional<Instant> last(final OrganizationId organization) {
    return Stream.concat(
            Optional.ofNullable(heard.get(organization)).stream(),
            beats.last(organization.value()).stream())
        .max(Instant::compareTo);
  }
}
