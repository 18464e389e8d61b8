package io.gatehouse.backlog;

import io.gatehouse.base.OrganizationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Notes as bytes. */
final class NoteForm {

  private static final byte KEPT = 1;
  private static final byte GONE = 2;
  private static final byte TOTAL = 3;

  private NoteForm() {}

  static byte[] write(final Note note) throws IOException {
    final var bytes = new ByteArrayOutputStream();
    final var out = new DataOutputStream(bytes);
    switch (note) {
      case Note.Kept kept -> write(kept, out);
      case Note.Gone gone -> write(gone, out);
      case Note.Total total -> write(total, out);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException when it is none
   */
  static Note read(final byte[] bytes) throws IOException {
    final var in = new DataInputStream(new ByteArrayInputStream(bytes));
    final byte kind = in.readByte();
    return switch (kind) {
      case KEPT -> kept(in);
      case GONE -> new Note.Gone(uuid(in));
      case TOTAL ->
          new Note.Total(
              new OrganizationId(in.readUTF()), new Tally(in.readLong(), instant(in), instant(in)));
      default -> throw new IOException("no kind of note: " + kind);
    };
  }

  private static Note kept(final DataInputStream in) throws IOException {
    return new Note.Kept(
        uuid(in), in.readInt(), instant(in), new OrganizationId(in.readUTF()), in.readAllBytes());
  }

  private static void write(final Note.Kept kept, final DataOutputStream out) throws IOException {
    out.writeByte(KEPT);
    uuid(kept.id(), out);
    out.writeInt(kept.lane());
    out.writeLong(kept.at().toEpochMilli());
    out.writeUTF(kept.organization().value());
    out.write(kept.sealed());
  }

  private static void write(final Note.Gone gone, final DataOutputStream out) throws IOException {
    out.writeByte(GONE);
    uuid(gone.id(), out);
  }

  private static void write(final Note.Total total, final DataOutputStream out) throws IOException {
    out.writeByte(TOTAL);
    out.writeUTF(total.organization().value());
    out.writeLong(total.tally().messages());
    out.writeLong(total.tally().from().toEpochMilli());
    out.writeLong(total.tally().until().toEpochMilli());
  }

  private static void uuid(final UUID id, final DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(final DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static Instant instant(final DataInputStream in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }
}
