package io.gatehouse.backlog;

import io.gatehouse.backlog.NoteFile.Place;
import io.gatehouse.base.OrganizationId;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An append-only file of messages, and of those that need no keeping any more. It is written anew,
 * without the latter, when there are many. Safe for use by several threads.
 */
final class Journal implements Closeable {

  /** What it costs to write the file anew is not worth less. */
  private static final long WORTH_IT = 4 << 20;

  private static final int COPIED_AT_ONCE = 256;

  /** The longest a tally can be in the file. */
  private static final long TALLY = 80;

  private static final Place NOWHERE = new Place(0, 0);

  private final Path path;
  private final long limit;
  private final Waiting waiting;
  private final Map<OrganizationId, Tally> tallies = new HashMap<>();
  private NoteFile file;

  /**
   * @param limit bytes the file may have; more are not kept
   */
  Journal(final Path path, final long limit, final Lanes lanes) throws IOException {
    this.path = path;
    this.limit = limit;
    this.waiting = new Waiting(lanes);
    this.file = NoteFile.open(path, this::apply);
  }

  /** There is no room for it on disk, or there may not be. */
  static final class Full extends IOException {
    private static final long serialVersionUID = 1L;

    Full(final long limit) {
      super("the backlog has its " + limit + " bytes");
    }
  }

  /** Adds a message. It outlives a kill once this returns, and a power cut after the next force. */
  void keep(final Note.Kept kept) throws IOException {
    keep(kept, Frame.around(kept));
  }

  private synchronized void keep(final Note.Kept kept, final byte[] frame) throws IOException {
    if (file.size() + frame.length > limit) {
      throw new Full(limit);
    }
    apply(kept, file.append(List.of(frame)).getFirst());
  }

  /** Holds at once; on disk it is only a hint, for what is recorded twice is recorded once. */
  synchronized void note(final List<Note> hints) throws IOException {
    final List<byte[]> frames = new ArrayList<>();
    for (final Note hint : hints) {
      apply(hint, NOWHERE);
      frames.add(Frame.around(hint));
    }
    file.append(frames);
  }

  /** Once this returns, what was kept before outlives a power cut. */
  void force() throws IOException {
    final NoteFile current = current();
    try {
      current.force();
    } catch (final ClosedChannelException tidied) {
      // The new file was forced before it took the place of this one.
    }
  }

  private synchronized NoteFile current() {
    return file;
  }

  private void apply(final Note note, final Place place) {
    switch (note) {
      case Note.Kept kept -> waiting.add(kept, place);
      case Note.Gone gone -> waiting.remove(gone.id());
      case Note.Total total -> total(total);
    }
  }

  private void total(final Note.Total total) {
    if (total.tally().messages() == 0) {
      tallies.remove(total.organization());
    } else {
      tallies.put(total.organization(), total.tally());
    }
  }

  synchronized List<Note.Kept> first(final int most, final Set<Integer> skipped)
      throws IOException {
    final List<Note.Kept> found = new ArrayList<>();
    for (final Place place : waiting.first(most, skipped)) {
      found.add(kept(file.frame(place)));
    }
    return found;
  }

  /** Takes over all that waits in another one. */
  void adopt(final Journal other) throws IOException {
    for (final Note.Kept kept : other.all()) {
      keep(kept);
    }
    final List<Note> totals = new ArrayList<>();
    final Map<OrganizationId, Tally> ours = tallies();
    other
        .tallies()
        .forEach(
            (organization, tally) ->
                totals.add(
                    new Note.Total(
                        organization,
                        Optional.ofNullable(ours.get(organization))
                            .map(tally::and)
                            .orElse(tally))));
    note(totals);
    force();
  }

  private synchronized List<Note.Kept> all() throws IOException {
    final List<Note.Kept> found = new ArrayList<>();
    for (final Place place : waiting.places()) {
      found.add(kept(file.frame(place)));
    }
    return found;
  }

  private static Note.Kept kept(final byte[] frame) throws IOException {
    final Optional<byte[]> body = Frame.next(new DataInputStream(new ByteArrayInputStream(frame)));
    if (body.isPresent() && NoteForm.read(body.get()) instanceof final Note.Kept kept) {
      return kept;
    }
    throw new IOException("the backlog was changed under way");
  }

  synchronized Map<OrganizationId, Tally> tallies() {
    return Map.copyOf(tallies);
  }

  synchronized Backlog.Size size() {
    return new Backlog.Size(waiting.count(), waiting.bytes(), waiting.oldest());
  }

  /** Whether so much of the file is of no use that it should be written anew. */
  synchronized boolean untidy() {
    final long useless = file.size() - waiting.bytes();
    return waiting.count() == 0
        ? useless > tallies.size() * TALLY
        : useless > WORTH_IT && useless > waiting.bytes();
  }

  /** Writes the file anew with what is still of use. A kill leaves the one or the other. */
  synchronized void tidy() throws IOException {
    final Path beside = path.resolveSibling(path.getFileName() + ".new");
    final NoteFile fresh = NoteFile.fresh(beside);
    final Map<Place, Place> moved = copied(fresh);
    for (final Map.Entry<OrganizationId, Tally> tally : tallies.entrySet()) {
      fresh.append(List.of(Frame.around(new Note.Total(tally.getKey(), tally.getValue()))));
    }
    fresh.force();
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory();
    file.close();
    file = fresh;
    waiting.move(place -> moved.getOrDefault(place, place));
  }

  private Map<Place, Place> copied(final NoteFile fresh) throws IOException {
    final Map<Place, Place> moved = new HashMap<>();
    final List<Place> places = waiting.places();
    for (int next = 0; next < places.size(); next += COPIED_AT_ONCE) {
      final List<Place> some = places.subList(next, Math.min(next + COPIED_AT_ONCE, places.size()));
      final List<byte[]> frames = new ArrayList<>();
      for (final Place place : some) {
        frames.add(file.frame(place));
      }
      final List<Place> there = fresh.append(frames);
      for (int index = 0; index < there.size(); index++) {
        moved.put(some.get(index), there.get(index));
      }
    }
    return moved;
  }

  /** The new name, too, is to outlive a power cut. */
  private void forceDirectory() throws IOException {
    try (FileChannel directory =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
