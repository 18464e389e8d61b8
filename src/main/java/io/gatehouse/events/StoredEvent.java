package io.gatehouse.events;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Step;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event with its text and flags, read in one round trip. */
@Introspected
record StoredEvent(
    UUID id,
    String organizationId,
    @Nullable UUID conversationId,
    String channel,
    String direction,
    String senderRole,
    @Nullable UUID senderId,
    String senderAddress,
    String handling,
    String decision,
    String step,
    @TypeDef(type = DataType.JSON) PlanJson plan,
    double risk,
    int flagCount,
    boolean truncated,
    String state,
    @TypeDef(type = DataType.JSON) Map<String, String> envelope,
    Instant receivedAt,
    @TypeDef(type = DataType.JSON) @Nullable OpinionJson moderation,
    String format,
    String text,
    @TypeDef(type = DataType.JSON) List<FlagJson> flags) {

  MessageEvent toEvent() {
    return new MessageEvent(
        id,
        origin(),
        conversationId,
        new Content(text, constant(Format.class, format)),
        constant(Handling.class, handling),
        new Verdict(
            decided(),
            risk,
            findings(),
            flagCount,
            truncated,
            Optional.ofNullable(moderation).map(OpinionJson::toOpinion)),
        constant(EventState.class, state),
        receivedAt);
  }

  private Origin origin() {
    return new Origin(
        new OrganizationId(organizationId),
        Channel.of(channel).orElseThrow(),
        constant(Direction.class, direction),
        new Sender(Role.of(senderRole).orElseThrow(), senderId, senderAddress),
        envelope);
  }

  private List<Finding> findings() {
    return flags.stream().map(flag -> flag.toFinding(text)).toList();
  }

  private Decision decided() {
    final Plan planned = plan.toPlan();
    final Step taken = constant(Step.class, step);
    return switch (decision) {
      case "allow" -> new Decision.Allow(planned);
      case "warn" -> new Decision.Warn(taken, planned);
      case "redact" -> new Decision.Redact(taken, planned);
      case "block" -> new Decision.Block(taken, planned);
      default -> throw new IllegalStateException("unknown decision in event " + id);
    };
  }

  private static <E extends Enum<E>> E constant(final Class<E> type, final String wire) {
    return Enum.valueOf(type, wire.toUpperCase(Locale.ROOT));
  }
}
