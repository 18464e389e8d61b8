package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns one JSON object into a {@link CheckRequest}, or says which member stands in the way. */
final class CheckReader {

  /** Longer conversations are asked in parts: each message is read with those before it. */
  static final int MOST_MESSAGES = 500;

  private CheckReader() {}

  /**
   * @throws Problem 400 with the member's name as {@code field}
   */
  static CheckRequest read(final JsonNode object) {
    final var members = new Members(object, "");
    final Channel channel = channel(members);
    return new CheckRequest(
        idOf(object),
        channel,
        region(members),
        allow(members),
        messages(members, format(members, channel)),
        object.hasNonNull("messages"));
  }

  /** The caller's name for the request; anything but a string or a number counts as none. */
  static JsonNode idOf(final JsonNode object) {
    final JsonNode id = object.path("id");
    return id.isTextual() || id.isNumber() ? id : Json.NOTHING;
  }

  /** What a deployment has on its lists: {@code allow} beside {@code vocabulary}. */
  static Known allow(final Members members) {
    final Set<String> vocabulary = members.texts("vocabulary");
    return members
        .object("allow")
        .map(
            lists ->
                new Known(
                    lists.texts("emails"),
                    lists.texts("phones"),
                    lists.texts("domains"),
                    vocabulary))
        .orElse(new Known(Set.of(), Set.of(), Set.of(), vocabulary));
  }

  /** An ISO 3166 country code in either case; empty when none is named. */
  static Optional<String> region(final Members members) {
    return members
        .text("region")
        .map(
            written ->
                Regions.of(written)
                    .orElseThrow(
                        () -> members.refused("region", "a two-letter country code (ISO 3166)")));
  }

  private static Channel channel(final Members members) {
    return members
        .text("channel")
        .map(
            wire ->
                Channel.of(wire)
                    .orElseThrow(() -> members.refused("channel", "sms, erpnext or chat")))
        .orElse(Channel.SMS);
  }

  private static Format format(final Members members, final Channel channel) {
    return members.flag("html").orElse(channel == Channel.ERPNEXT) ? Format.HTML : Format.PLAIN;
  }

  private static List<Utterance> messages(final Members members, final Format format) {
    final var several = members.objects("messages");
    if (several.isEmpty()) {
      return List.of(utterance(members, Role.CLIENT, format));
    }
    if (members.text("text").isPresent()) {
      throw members.refused("text", "absent where messages are given");
    }
    return conversation(members, several.get(), format);
  }

  private static List<Utterance> conversation(
      final Members members, final List<Members> several, final Format format) {
    if (several.isEmpty() || several.size() > MOST_MESSAGES) {
      throw members.refused("messages", "a list of 1 to " + MOST_MESSAGES);
    }
    final var messages = new ArrayList<Utterance>();
    for (final Members message : several) {
      messages.add(utterance(message, sender(message), format));
    }
    return List.copyOf(messages);
  }

  private static Role sender(final Members message) {
    final String wire = message.text("sender").orElseThrow(() -> message.missing("sender"));
    return Role.of(wire).orElseThrow(() -> message.refused("sender", "client, provider or staff"));
  }

  private static Utterance utterance(
      final Members message, final Role sender, final Format format) {
    final String text = message.text("text").orElseThrow(() -> message.missing("text"));
    return new Utterance(sender, text, format);
  }
}
