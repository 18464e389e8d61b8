package io.gatehouse.backlog;

import io.gatehouse.embedded.DirectoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory of this process alone: several that share a data directory take one each, and the
 * next to start takes over what a killed one left.
 */
record Slot(Path directory, DirectoryLock lock) implements Closeable {

  private static final int MOST = 64;
  private static final String JOURNAL = "journal";

  /**
   * @throws IOException when there is no place on disk
   */
  static Slot take(final Path backlog) throws IOException {
    for (int number = 1; number <= MOST; number++) {
      final Path directory = Files.createDirectories(backlog.resolve(Integer.toString(number)));
      final Optional<DirectoryLock> lock = DirectoryLock.tryHold(directory);
      if (lock.isPresent()) {
        return new Slot(directory, lock.get());
      }
    }
    throw new IOException("all of " + backlog + " is in use");
  }

  /** Those of processes that are no more, each held from now on. */
  static List<Slot> abandoned(final Path backlog) throws IOException {
    final List<Slot> found = new ArrayList<>();
    for (int number = 1; number <= MOST; number++) {
      final Path directory = backlog.resolve(Integer.toString(number));
      if (Files.exists(directory.resolve(JOURNAL))) {
        DirectoryLock.tryHold(directory).ifPresent(lock -> found.add(new Slot(directory, lock)));
      }
    }
    return found;
  }

  Path journal() {
    return directory.resolve(JOURNAL);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
