package io.gatehouse.thread;

/** Which texts a thread is told. */
public final class NoticeTexts {

  private NoticeTexts() {}

  /** The key of a step's text, which is also the answer's {@code warning_message}. */
  public static String banner(final String step) {
    return "banner." + step;
  }
}
