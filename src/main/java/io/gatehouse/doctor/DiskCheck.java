package io.gatehouse.doctor;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the embedded database has room to grow; PostgreSQL stops when the disk is full. */
@Singleton
class DiskCheck implements Check {

  private static final long MEGABYTE = 1_000_000;
  private static final long LEAST = 1_000 * MEGABYTE;

  private final Environment environment;

  DiskCheck(final Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Path data = environment.data();
    if (environment.database().isPresent() || !Files.isDirectory(data)) {
      return Finding.skipped("the database is elsewhere");
    }
    try {
      final long free = Files.getFileStore(data).getUsableSpace();
      final String detail = free / MEGABYTE + " MB free";
      return free >= LEAST
          ? Finding.fine(detail)
          : new Finding(State.TROUBLE, detail, "Make room on the disk of GATEHOUSE_DATA.");
    } catch (final IOException unreadable) {
      return Finding.skipped("the disk's free space cannot be read");
    }
  }
}
