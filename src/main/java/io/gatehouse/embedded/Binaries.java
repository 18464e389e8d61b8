package io.gatehouse.embedded;

import io.gatehouse.base.StartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs that travel in the class path. */
final class Binaries {

  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private Binaries() {}

  /**
   * Unpacks once; the marker is written last, so that an interrupted attempt is repeated.
   *
   * @return the directory that holds {@code bin}
   */
  static Path unpack(final Path directory) throws IOException {
    final Path marker = directory.resolve(".complete");
    if (!Files.exists(marker)) {
      try (InputStream archive = archive();
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(tar, entry, directory.resolve(entry.getName()).normalize());
        }
      }
      Files.createFile(marker);
    }
    return directory;
  }

  private static void write(
      final TarArchiveInputStream tar, final TarArchiveEntry entry, final Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, PROGRAM);
    }
  }

  private static InputStream archive() {
    final String name = "/postgres-" + system() + "-" + processor() + ".txz";
    final InputStream found = Binaries.class.getResourceAsStream(name);
    if (found == null) {
      throw StartFailure.because(
          "This build carries no PostgreSQL for this machine ("
              + name
              + "). Set DATABASE_URL to a PostgreSQL server instead.");
    }
    return new BufferedInputStream(found);
  }

  private static String system() {
    final String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String processor() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> System.getProperty("os.arch", "unknown");
    };
  }
}
