package io.gatehouse.embedded;

import io.gatehouse.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** The files of one server and the programs that work on them. */
final class Cluster {

  /** Recovery after a crash may take a while; giving up early would only repeat it. */
  private static final String PATIENCE = "600";

  /** One call for all files is several times faster, and exists on Linux alone. */
  private static final String SYNC =
      System.getProperty("os.name", "").startsWith("Linux") ? "syncfs" : "fsync";

  private final Path data;
  private final Path log;
  private final Path bin;
  private final ServerUser user;
  private final Command command;

  Cluster(final Path home, final Path programs, final ServerUser user) {
    this.data = home.resolve("pgdata");
    this.log = home.resolve("postgres.log");
    this.bin = programs.resolve("bin");
    this.user = user;
    this.command = new Command(user.prefix());
  }

  /** Does nothing where it was done; an interrupted attempt is thrown away with its marker file. */
  void initialise(final String name, final Secret password) throws IOException {
    final Path fresh = data.resolveSibling("pgdata.new");
    if (Files.exists(data)) {
      return;
    }
    deleteTree(fresh);
    final Path passwordFile = data.resolveSibling("pgpassword");
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, password.reveal());
    Files.createDirectory(fresh);
    user.own(fresh);
    user.own(passwordFile);
    command.run(
        bin.resolve("initdb"),
        "-D" + fresh,
        "-U" + name,
        "-EUTF8",
        "--locale=C.UTF-8",
        "--auth=scram-sha-256",
        "--sync-method=" + SYNC,
        "--pwfile=" + passwordFile);
    Files.delete(passwordFile);
    Files.move(fresh, data);
  }

  void start(final String options) throws IOException {
    final Orphan orphan = new Orphan(data);
    if (orphan.isRunning()) {
      stop();
    }
    orphan.forgetStranger();
    user.own(data);
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    user.own(log);
    pgCtl("start", "-l", log.toString(), "-o", options);
  }

  void stop() {
    pgCtl("stop", "-m", "fast");
  }

  private void pgCtl(final String verb, final String... arguments) {
    final String[] line = new String[arguments.length + 6];
    line[0] = verb;
    line[1] = "-s";
    line[2] = "-w";
    line[3] = "-t" + PATIENCE;
    line[4] = "-D";
    line[5] = data.toString();
    System.arraycopy(arguments, 0, line, 6, arguments.length);
    command.run(bin.resolve("pg_ctl"), line);
  }

  private static void deleteTree(final Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
