package io.gatehouse.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a file. */
public sealed interface Fetched {

  /** Here it is. */
  record Taken(byte[] bytes) implements Fetched {}

  /**
   * It cannot be had, now or later.
   *
   * @param reason one word for the owner: gone, too_large, host, redirects, unauthorized …
   */
  record Unfit(String reason) implements Fetched {}

  /**
   * It could not be had this time; to ask again does no harm.
   *
   * @param after what the provider asked for, or null
   */
  record NotNow(String code, String reason, @Nullable Duration after) implements Fetched {}
}
