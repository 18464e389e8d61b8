package io.gatehouse.settings;

import java.util.Locale;

/**
 * Whether a language model reads along, where the installation names one.
 *
 * @param reads what it is shown
 * @param tokensPerDay after so many in a day (UTC) it is not asked any more; 0 for any number
 */
public record ModelSettings(Reads reads, int tokensPerDay) {

  /** A text leaves for somebody else's machine only where its organization says so. */
  public static final ModelSettings STANDARD = new ModelSettings(Reads.OFF, 0);

  /** Which texts are shown to it. */
  public enum Reads {
    OFF,
    /**
     * Those in which the words give a reason to look and are not sure enough to hide it, and what
     * waits for the model: few.
     */
    DOUBTFUL,
    /** All that are not hidden already: about 700 tokens for a message of ordinary length. */
    ALL;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
