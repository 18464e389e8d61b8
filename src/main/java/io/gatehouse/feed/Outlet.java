package io.gatehouse.feed;

import io.gatehouse.base.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somewhere the feed goes. Each outlet has its own place in it, kept in the database, and is handed
 * what lies behind that place by one instance of the cluster at a time, on a virtual thread of its
 * own with no transaction or connection open. What has not arrived is handed over again, through
 * outages of any length, as long as it is kept: an item may therefore come twice, but none of a
 * thread comes before the one it follows.
 */
public interface Outlet {

  /** Handing over may take no longer: another instance could take over. */
  Duration LONGEST = Duration.ofSeconds(45);

  /** Unique and lasting: its place in the feed is kept under it. */
  String name();

  /** Whose entries it gets; absent for those of all. */
  default Optional<OrganizationId> organization() {
    return Optional.empty();
  }

  /**
   * Where it leads, in a form that may be stored and shown. When that changes, what went wrong
   * before is forgotten and the outlet is tried at once.
   */
  default String target() {
    return "";
  }

  /** Whether a new one begins with the oldest entry that is kept; else with the next to come. */
  default boolean wantsPast() {
    return false;
  }

  /**
   * Told once of a trouble that lasts or goes on for long, inside the transaction that records it.
   *
   * @param since when the first of the failures in a row was
   */
  default void troubled(final Handed.Trouble trouble, final Instant since) {}

  /**
   * Hands items over, at least one, oldest first. Comes back within {@link #LONGEST}. An exception
   * means that none arrived.
   */
  Handed hand(List<Item> items);
}
