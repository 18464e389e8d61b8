package io.gatehouse.frames;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.chat.Asked;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the message of a request (S3.4), and whether its sender may speak for its author. */
final class MessageReader {

  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  /** A primary subtag and more (RFC 5646 §2.1). */
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");

  private MessageReader() {}

  /**
   * @param now given where the message is still being written: it needs neither name nor time
   * @throws Problem 400 with the member's name as {@code field}; 403 {@code not_yours} where a
   *     bound key names somebody else's
   */
  static Asked read(final Fields message, final Caller caller, final Optional<Instant> now) {
    final String id =
        now.isPresent() ? message.name("message_id").orElse("") : message.neededName("message_id");
    final String thread = message.neededName("thread_id");
    final String user = message.neededName("user_id");
    return new Asked(
        caller.organization(),
        id,
        thread,
        user,
        role(message, caller.bound(), thread, user),
        storable(message.text("content").orElseThrow(() -> message.missing("content"))),
        sentAt(message, now),
        position(message),
        language(message));
  }

  /** U+FFFD for what no database keeps, so that nobody dodges by it. */
  private static String storable(final String content) {
    return UNSTORABLE.matcher(content).replaceAll("\uFFFD");
  }

  private static Optional<Role> role(
      final Fields message,
      final Optional<Caller.Bound> bound,
      final String thread,
      final String user) {
    final Optional<Role> said = message.text("role").map(wire -> role(message, wire));
    if (bound.isEmpty()) {
      return said;
    }
    final Caller.Bound own = bound.get();
    demand(own.user().equals(user), "user_id");
    demand(own.thread().isEmpty() || own.thread().get().equals(thread), "thread_id");
    demand(said.isEmpty() || said.equals(own.role()), "role");
    return own.role();
  }

  private static Role role(final Fields message, final String wire) {
    return Role.of(wire).orElseThrow(() -> message.refused("role", "client, provider or staff"));
  }

  private static void demand(final boolean own, final String name) {
    if (!own) {
      throw Problem.forbidden("not_yours", "This key does not speak for that " + name + ".")
          .with("field", "message." + name);
    }
  }

  private static Instant sentAt(final Fields message, final Optional<Instant> now) {
    final var given = message.member("timestamp");
    if (given.isEmpty()) {
      return now.orElseThrow(() -> message.missing("timestamp"));
    }
    return Moments.read(given.get())
        .orElseThrow(() -> message.refused("timestamp", Moments.EXPECTED));
  }

  private static Optional<Asked.Position> position(final Fields message) {
    final Optional<Double> latitude = message.number("gps_lat", -90, 90);
    final Optional<Double> longitude = message.number("gps_lon", -180, 180);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw message.missing(latitude.isPresent() ? "gps_lon" : "gps_lat");
    }
    return latitude.map(degrees -> new Asked.Position(degrees, longitude.orElseThrow()));
  }

  private static String language(final Fields message) {
    final String language = message.text("language").orElse("");
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      throw message.refused("language", "a language such as fr or fr-CA (ISO 639)");
    }
    return language;
  }
}
