package io.gatehouse.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What leaves by the feed, and where to.
 *
 * @param content what of a message's text
 * @param position what of the place it was written at
 * @param webhook an address that gets every entry as a signed POST
 */
public record FeedSettings(Share content, Share position, Optional<URI> webhook) {

  /** S3.16 wants the text in it, S3.22 wants it hashed: what is not asked for stays here (B42). */
  public static final FeedSettings STANDARD =
      new FeedSettings(Share.OMIT, Share.OMIT, Optional.empty());

  /** How much is told of something that is nobody else's business. */
  public enum Share {
    OMIT,
    /** A keyed hash: equal ones can be recognised, nothing can be guessed. */
    HASH,
    PLAIN;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
