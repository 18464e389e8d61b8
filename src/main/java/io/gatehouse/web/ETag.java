package io.gatehouse.web;

import io.gatehouse.base.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document's version as an entity tag (RFC 9110 §8.8.3). */
public final class ETag {

  /** Proxies that compress make a tag weak, and people forget the quotes; both are clear enough. */
  private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

  private ETag() {}

  public static String of(final int version) {
    return "\"" + version + "\"";
  }

  /**
   * @throws Problem 428 when it is missing (RFC 6585 §3), 400 when it is no version
   */
  public static int version(final @Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Problem(
          428, "version_missing", "Name the version you have read, as in If-Match: \"3\".");
    }
    final Matcher version = FORM.matcher(ifMatch.strip());
    if (!version.matches()) {
      throw Problem.badRequest("version_unreadable", "If-Match must be a version, such as \"3\".");
    }
    return Integer.parseInt(version.group(1));
  }
}
