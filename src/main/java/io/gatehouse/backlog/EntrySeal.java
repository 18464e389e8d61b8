package io.gatehouse.backlog;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Seals messages, so that a text does not lie readable beside the database. */
final class EntrySeal {

  private static final String PURPOSE = "backlog";

  private final Sealer sealer;

  EntrySeal(final Sealer sealer) {
    this.sealer = sealer;
  }

  Note.Kept seal(final Entry entry) {
    final OrganizationId organization = entry.asked().organization();
    final var text = new Secret(Base64.getEncoder().encodeToString(write(entry)));
    return new Note.Kept(
        entry.id(),
        lane(entry.asked()),
        entry.at(),
        organization,
        sealer.seal(organization, PURPOSE, text));
  }

  /**
   * @throws IllegalStateException when it was sealed with another key
   */
  Entry open(final Note.Kept kept) {
    final Secret text = sealer.open(kept.organization(), PURPOSE, kept.sealed());
    final byte[] bytes = Base64.getDecoder().decode(text.reveal());
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Entry(kept.id(), asked(kept.organization(), in), handling(in), kept.at());
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same for all messages of a thread; that two threads share one does no harm. */
  static int lane(final Asked asked) {
    return 31 * asked.organization().value().hashCode() + asked.thread().hashCode();
  }

  private static byte[] write(final Entry entry) {
    final var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(entry.asked(), out);
      text(entry.handling().name(), out);
      return bytes.toByteArray();
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(final Asked asked, final DataOutputStream out) throws IOException {
    text(asked.messageId(), out);
    text(asked.thread(), out);
    text(asked.user(), out);
    text(asked.role().map(Role::name).orElse(""), out);
    text(asked.content(), out);
    out.writeLong(asked.sentAt().getEpochSecond());
    out.writeInt(asked.sentAt().getNano());
    out.writeBoolean(asked.position().isPresent());
    if (asked.position().isPresent()) {
      out.writeDouble(asked.position().get().latitude());
      out.writeDouble(asked.position().get().longitude());
    }
    text(asked.language(), out);
  }

  private static Asked asked(final OrganizationId organization, final DataInputStream in)
      throws IOException {
    return new Asked(
        organization,
        text(in),
        text(in),
        text(in),
        Optional.of(text(in)).filter(name -> !name.isEmpty()).map(Role::valueOf),
        text(in),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        position(in),
        text(in));
  }

  private static Optional<Asked.Position> position(final DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(new Asked.Position(in.readDouble(), in.readDouble()))
        : Optional.empty();
  }

  private static Handling handling(final DataInputStream in) throws IOException {
    return Handling.valueOf(text(in));
  }

  private static void text(final String text, final DataOutputStream out) throws IOException {
    final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(final DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
