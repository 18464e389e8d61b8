package io.gatehouse.settings;

import java.util.Locale;

/**
 * How a chat application is answered.
 *
 * @param onFailure what is answered about a message that cannot be judged or recorded in time
 */
public record ChatSettings(OnFailure onFailure) {

  /** S3.1: an application is never held up by us. */
  public static final ChatSettings STANDARD = new ChatSettings(OnFailure.PASS);

  /** What becomes of a message while we fail (S3.15, S3.19, B43). */
  public enum OnFailure {
    /** Decided from memory as far as that goes, else let pass; recorded later. */
    PASS,
    /** Not delivered; its author may try again. */
    REFUSE,
    /** Not delivered; recorded later, and left to the owner. */
    HOLD;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
