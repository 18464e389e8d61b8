package io.gatehouse.embedded;

import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Held while a Gatehouse uses a data directory. The operating system takes it away from a process
 * that dies, however it dies, which tells a second instance from what a killed one left behind.
 */
public final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(final FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StartFailure when another Gatehouse holds it, or the directory cannot be written
   */
  public static DirectoryLock hold(final Path directory) {
    try {
      return tryHold(directory)
          .orElseThrow(
              () ->
                  StartFailure.because(
                      "Another Gatehouse is running on "
                          + directory
                          + ". Stop it, or set GATEHOUSE_DATA to another directory"
                          + " (and PORT to another port)."));
    } catch (final IOException unusable) {
      throw StartFailure.because(
          "GATEHOUSE_DATA: " + directory + " cannot be written: " + unusable.getMessage());
    }
  }

  /**
   * @return none when another holds it
   * @throws IOException when the directory cannot be written
   */
  public static Optional<DirectoryLock> tryHold(final Path directory) throws IOException {
    final Path file = Files.createDirectories(directory).resolve("gatehouse.lock");
    final FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new DirectoryLock(channel));
  }

  private static @Nullable FileLock tryLock(final FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (final OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
