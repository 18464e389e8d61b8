package io.gatehouse.connecting;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number of the account, as it is and as it should be.
 *
 * @param state one of {@link State}
 * @param problem what stood in the way, absent when nothing did
 */
@Serdeable
record NumberView(
    String number,
    String name,
    boolean sms,
    String state,
    @Nullable String problem,
    List<SettingView> settings) {

  /**
   * One thing Twilio calls for the number.
   *
   * @param now without user and password, which an address may carry
   */
  @Serdeable
  record SettingView(String name, String now, String shouldBe, boolean equal) {}

  /** How a number stands. */
  enum State {
    CONNECTED,
    DIFFERS,
    /** Set just now, and read back. */
    SET,
    /** Twilio took it and yet tells something else. */
    NOT_STUCK,
    FAILED;

    /** The name used in JSON. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
