package io.gatehouse.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How text messages are relayed.
 *
 * @param coolDown how long a number is kept from other conversations after one was closed, so that
 *     a late reply never reaches the next person
 * @param staleAfter how long a message is worth sending ("I'm at the door"); older ones go to the
 *     owner instead of out
 * @param pace segments a second that one number may send, by the prefix of that number; {@code *}
 *     stands for every other. Twilio documents 1 for long codes in the United States and Canada and
 *     about 10 elsewhere
 * @param ceiling messages a day, by the prefix of the recipient's number; {@code *} stands for all
 *     together. What is over it waits for the owner
 * @param loop when two machines that answer each other are stopped (B66)
 * @param media what is done with pictures and other files
 */
public record RelaySettings(
    Duration coolDown,
    Duration staleAfter,
    Map<String, Double> pace,
    Map<String, Integer> ceiling,
    Loop loop,
    Media media) {

  /** Stands for every number without a prefix of its own. */
  public static final String ANY = "*";

  public static final RelaySettings STANDARD =
      new RelaySettings(
          Duration.ofDays(30),
          Duration.ofHours(6),
          Map.of("+1", 1.0, ANY, 10.0),
          Map.of(ANY, 10_000),
          Loop.STANDARD,
          Media.REFUSE);

  public RelaySettings {
    pace = Map.copyOf(pace);
    ceiling = Map.copyOf(ceiling);
  }

  /**
   * @param sameText the how-manieth time one person writes the same text within the window is held
   * @param messages how many messages a conversation may have within the window
   */
  public record Loop(int sameText, int messages, Duration window) {
    public static final Loop STANDARD = new Loop(6, 40, Duration.ofMinutes(2));
  }

  /** What is done with files that come with a message. */
  public enum Media {
    /** Not passed on; the sender is told so. */
    REFUSE,
    /** The message waits for the owner. */
    HOLD,
    /** Fetched and searched; what is clean is passed on. */
    INSPECT;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
