package io.gatehouse.delivery;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.relay.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a provider remembers of messages. Empty always means that it could not be asked. */
public interface SmsArchive {

  /** The messages that left by a line since an instant, and perhaps some before. */
  Optional<List<Sighting>> sent(Line line, Instant since);

  /** The messages that came to a number of ours since an instant, and perhaps some before. */
  Optional<List<Sighting>> received(OrganizationId organization, String number, Instant since);

  Optional<Sighting> fetch(OrganizationId organization, String sid);
}
