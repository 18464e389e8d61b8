package io.gatehouse.backlog;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.chat.Asked;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that were answered before they were recorded. Nothing is written before the first of
 * them. A kill at any moment loses none that was kept; one may come twice, under the same id.
 */
@Singleton
public final class Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

  private final Path directory;
  private final long bytes;
  private final EntrySeal seal;
  private final Lanes lanes = new Lanes();
  private volatile Runnable freed = () -> {};
  private volatile Runnable kept = () -> {};
  private @Nullable Opened opened;

  @Inject
  Backlog(final Environment environment, final BacklogSettings settings, final Sealer sealer) {
    this(environment.data().resolve("backlog"), settings.bytes(), sealer);
  }

  /**
   * @param directory made when the first message comes
   * @param bytes the file may have
   */
  public Backlog(final Path directory, final long bytes, final Sealer sealer) {
    this.directory = directory;
    this.bytes = bytes;
    this.seal = new EntrySeal(sealer);
  }

  /** How much of it there is, and when the oldest was answered. */
  public record Size(int messages, long bytes, Optional<Instant> oldest) {

    static final Size NOTHING = new Size(0, 0, Optional.empty());
  }

  private record Opened(Slot slot, Journal journal, Journal aside, Forcing forcing) {}

  /** Takes over what an earlier process left. */
  public void resume() throws IOException {
    if (Files.isDirectory(directory)) {
      opened();
    }
  }

  /**
   * Keeps a message; it outlives a kill of this process once this returns.
   *
   * @return ends once it outlives a power cut as well
   * @throws IOException when it could not be kept, for want of room or of a disk
   */
  public CompletionStage<Void> keep(final Entry entry) throws IOException {
    final Opened here = opened();
    final Note.Kept note = seal.seal(entry);
    here.journal().keep(note);
    kept.run();
    return here.forcing().soon();
  }

  /** Has something done whenever threads may have become free. */
  public void whenFreed(final Runnable look) {
    freed = look;
  }

  /** Whether an earlier message of the same thread waits here, which is to be recorded first. */
  public boolean holdsThreadOf(final Asked asked) {
    return lanes.holds(EntrySeal.lane(asked));
  }

  /** Has something done whenever a message is kept. */
  public void whenKept(final Runnable look) {
    kept = look;
  }

  /**
   * The oldest, one of each thread.
   *
   * @param without those whose threads are left out
   */
  public List<Entry> first(final int most, final Set<Entry> without) throws IOException {
    final Opened here = here();
    if (here == null) {
      return List.of();
    }
    final Set<Integer> skipped =
        without.stream().map(Entry::asked).map(EntrySeal::lane).collect(Collectors.toSet());
    final List<Entry> found = new ArrayList<>();
    for (final Note.Kept kept : here.journal().first(most, skipped)) {
      opened(kept).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Entry> opened(final Note.Kept kept) throws IOException {
    try {
      return Optional.of(seal.open(kept));
    } catch (final IllegalStateException sealedElsewhere) {
      LOG.error("a message of the backlog cannot be opened: {}", sealedElsewhere.getMessage());
      moveAside(kept);
      return Optional.empty();
    }
  }

  /**
   * These need no keeping any more.
   *
   * @param counted those among them of which the owner is to be told
   */
  public void gone(final List<Entry> entries, final List<Entry> counted) throws IOException {
    final Opened here = here();
    if (here != null && !entries.isEmpty()) {
      final List<Note> notes = new ArrayList<>(totals(here.journal().tallies(), counted));
      entries.forEach(entry -> notes.add(new Note.Gone(entry.id())));
      try {
        here.journal().note(notes);
      } finally {
        freed.run();
      }
    }
  }

  private static List<Note.Total> totals(
      final Map<OrganizationId, Tally> before, final List<Entry> counted) {
    final Map<OrganizationId, Tally> after = new HashMap<>();
    counted.forEach(
        entry -> after.merge(entry.asked().organization(), Tally.of(entry.at()), Tally::and));
    return after.entrySet().stream()
        .map(
            more ->
                new Note.Total(
                    more.getKey(),
                    Optional.ofNullable(before.get(more.getKey()))
                        .map(more.getValue()::and)
                        .orElse(more.getValue())))
        .toList();
  }

  /** It cannot be recorded: kept in a file of its own, out of the others' way. */
  public void aside(final Entry entry) throws IOException {
    moveAside(seal.seal(entry));
  }

  private void moveAside(final Note.Kept kept) throws IOException {
    final Opened here = opened();
    here.aside().keep(kept);
    here.aside().force();
    here.journal().note(List.of(new Note.Gone(kept.id())));
    freed.run();
  }

  /** What owners are still to be told of: recorded meanwhile, but after they were answered. */
  public Map<OrganizationId, Tally> untold() {
    final Opened here = here();
    return here == null ? Map.of() : here.journal().tallies();
  }

  /** The owner was told of all of it. */
  public void told(final OrganizationId organization) throws IOException {
    final Opened here = here();
    if (here != null) {
      final var nothing = new Tally(0, Instant.EPOCH, Instant.EPOCH);
      here.journal().note(List.of(new Note.Total(organization, nothing)));
    }
  }

  /** Gives back room on disk where that is worth it, and all of it once nothing waits. */
  public void tidy() throws IOException {
    final Opened here = here();
    if (here != null && here.journal().untidy()) {
      here.journal().tidy();
    }
  }

  public Size size() {
    final Opened here = here();
    return here == null ? Size.NOTHING : here.journal().size();
  }

  /** How many were set aside. */
  public int setAside() {
    final Opened here = here();
    return here == null ? 0 : here.aside().size().messages();
  }

  private synchronized @Nullable Opened here() {
    return opened;
  }

  private synchronized Opened opened() throws IOException {
    if (opened == null) {
      final Slot slot = Slot.take(directory);
      final var journal = new Journal(slot.journal(), bytes, lanes);
      final var aside = new Journal(slot.directory().resolve("aside"), bytes, new Lanes());
      adopt(journal);
      opened = new Opened(slot, journal, aside, new Forcing(journal::force));
    }
    return opened;
  }

  /** A kill between the two leaves a message in both, under the same name. */
  private void adopt(final Journal journal) throws IOException {
    for (final Slot left : Slot.abandoned(directory)) {
      try (left;
          var other = new Journal(left.journal(), bytes, new Lanes())) {
        journal.adopt(other);
        Files.delete(left.journal());
      } catch (final Journal.Full full) {
        LOG.warn("the backlog in {} is not taken over yet: {}", left.directory(), full.toString());
      }
    }
  }

  @PreDestroy
  public synchronized void close() throws IOException {
    if (opened != null) {
      opened.journal().close();
      opened.aside().close();
      opened.slot().close();
      opened = null;
    }
  }
}
