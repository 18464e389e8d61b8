package io.gatehouse.embedded;

import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user PostgreSQL runs as. It refuses to run as root; then a user namespace makes root look
 * like anybody else ({@code unshare -U}), and where such namespaces are forbidden (many containers)
 * it runs as nobody.
 *
 * @param prefix words before every command
 * @param owner the number of the user who must own the data
 */
record ServerUser(List<String> prefix, int owner) {

  private static final int NOBODY = 65_534;
  private static final String UID = "unix:uid";

  static ServerUser of(final Path ownFile) throws IOException {
    final int self = (Integer) Files.getAttribute(ownFile, UID);
    if (self != 0) {
      return new ServerUser(List.of(), self);
    }
    if (Command.works("unshare", "-U", "true")) {
      return new ServerUser(List.of("unshare", "-U"), 0);
    }
    return nobody();
  }

  static ServerUser nobody() {
    final List<String> prefix =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (!Command.works(Stream.concat(prefix.stream(), Stream.of("true")).toArray(String[]::new))) {
      throw StartFailure.because(
          "PostgreSQL does not run as root, and neither unshare nor setpriv works here."
              + " Start as another user, or set DATABASE_URL.");
    }
    return new ServerUser(prefix, NOBODY);
  }

  /** Hands everything below a directory over; costs a look at each file where nothing is to do. */
  void own(final Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (final Path file : (Iterable<Path>) files::iterator) {
        if (!Files.getAttribute(file, UID, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          Files.setAttribute(file, UID, owner, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
