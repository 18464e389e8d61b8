package io.gatehouse.message;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message came from.
 *
 * @param envelope facts of the channel that effects need later (addresses, the provider's names);
 *     never message text
 */
public record Origin(
    OrganizationId organization,
    Channel channel,
    Direction direction,
    Sender sender,
    Map<String, String> envelope) {

  /** The envelope's fact that says why a message waits for the owner whatever was found. */
  public static final String HELD = "held";

  /** Why it waits that moderation hides: until a person says otherwise (S4.2). */
  public static final String MODERATION = "moderation";

  /** Why it waits whose channel has a model read everything before it goes on. */
  public static final String MODEL = "model";

  /**
   * Who wrote it.
   *
   * @param participant null when the person is not known
   * @param address the e-mail address or number it came from
   */
  public record Sender(Role role, @Nullable UUID participant, String address) {}

  public Origin {
    envelope = Map.copyOf(envelope);
  }

  /** The same with one fact more, or another. */
  Origin with(final String name, final String fact) {
    final Map<String, String> more = new HashMap<>(envelope);
    more.put(name, fact);
    return new Origin(organization, channel, direction, sender, more);
  }
}
