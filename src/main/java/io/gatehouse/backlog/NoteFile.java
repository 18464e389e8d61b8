package io.gatehouse.backlog;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of framed notes. */
final class NoteFile implements Closeable {

  private final FileChannel channel;
  private long size;

  private NoteFile(final FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Where a frame lies.
   *
   * @param length of the whole frame
   */
  record Place(long offset, int length) {}

  /** Takes notice of what a file holds. */
  @FunctionalInterface
  interface Reader {
    void note(Note note, Place place) throws IOException;
  }

  /** An empty file, in place of one of this name. */
  static NoteFile fresh(final Path path) throws IOException {
    return new NoteFile(FileChannel.open(path, CREATE, READ, WRITE, TRUNCATE_EXISTING));
  }

  /** Opens a file, or makes one; what was cut short at its end is written over. */
  static NoteFile open(final Path path, final Reader reader) throws IOException {
    final var file = new NoteFile(FileChannel.open(path, CREATE, READ, WRITE));
    file.size = read(path, reader);
    file.channel.truncate(file.size);
    return file;
  }

  private static long read(final Path path, final Reader reader) throws IOException {
    long offset = 0;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      while (true) {
        final Optional<byte[]> body = Frame.next(in);
        if (body.isEmpty()) {
          return offset;
        }
        final int length = Frame.HEAD + body.get().length;
        reader.note(NoteForm.read(body.get()), new Place(offset, length));
        offset += length;
      }
    }
  }

  /** Adds notes; all of them are there then, or none. */
  List<Place> append(final List<byte[]> frames) throws IOException {
    final long before = size;
    try {
      final List<Place> places = frames.stream().map(this::place).toList();
      write(frames, before);
      return places;
    } catch (final IOException failed) {
      size = before;
      channel.truncate(before);
      throw failed;
    }
  }

  private Place place(final byte[] frame) {
    final var place = new Place(size, frame.length);
    size += frame.length;
    return place;
  }

  private void write(final List<byte[]> frames, final long from) throws IOException {
    final ByteBuffer all = ByteBuffer.allocate((int) (size - from));
    frames.forEach(all::put);
    all.flip();
    while (all.hasRemaining()) {
      channel.write(all, from + all.position());
    }
  }

  byte[] frame(final Place place) throws IOException {
    final ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
        throw new IOException("the file ends before " + place);
      }
    }
    return bytes.array();
  }

  /** After a power cut it is there still. */
  void force() throws IOException {
    channel.force(false);
  }

  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
