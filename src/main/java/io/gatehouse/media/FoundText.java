package io.gatehouse.media;

import io.gatehouse.attachments.Fingerprint;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.policy.Plan.Delivery;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the files of one message, as one message of its own: findings, strike, attempt,
 * notice and the sender's warning follow as from any other, once however many files there are.
 */
@Singleton
class FoundText {

  private static final String SOURCE = "twilio-media";
  private static final String ATTACHMENT_OF = "attachment_of";
  private static final int REPLACEMENT = 0xFFFD;
  private static final int DIGITS = 8;

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final MediaRepository items;

  FoundText(
      final Gatekeeper gatekeeper, final Conversations conversations, final MediaRepository items) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.items = items;
  }

  /** The same text of the same message is screened once. */
  Delivery screen(final MessageEvent carrier, final String text) {
    final String storable = storable(text);
    final MessageEvent found =
        gatekeeper.screen(
            new Incoming(
                origin(carrier),
                conversation(carrier),
                new Content(storable, Format.PLAIN),
                Known.NOTHING,
                new NaturalKey(SOURCE, key(carrier, storable), null),
                Handling.EXAMINE));
    items.found(carrier.id(), found.id());
    return found.verdict().ruling() == Ruling.BLOCK
        ? Delivery.WITHHELD
        : found.verdict().decision().plan().delivery();
  }

  private static Origin origin(final MessageEvent carrier) {
    final Map<String, String> facts = new HashMap<>(carrier.origin().envelope());
    facts.keySet().removeIf(Announced::isFact);
    facts.put(ATTACHMENT_OF, carrier.id().toString());
    return new Origin(
        carrier.origin().organization(),
        carrier.origin().channel(),
        carrier.origin().direction(),
        carrier.origin().sender(),
        facts);
  }

  private @Nullable Conversation conversation(final MessageEvent carrier) {
    return carrier.conversation() == null
        ? null
        : conversations.find(carrier.origin().organization(), carrier.conversation()).orElse(null);
  }

  private static String key(final MessageEvent carrier, final String text) {
    final byte[] digest = Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    return carrier.id() + "/" + HexFormat.of().formatHex(digest, 0, DIGITS);
  }

  /** PostgreSQL keeps no NUL, and UTF-8 no half character. */
  private static String storable(final String text) {
    return text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
