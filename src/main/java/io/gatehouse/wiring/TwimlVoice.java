package io.gatehouse.wiring;

import io.gatehouse.base.ErrorVoice;
import io.gatehouse.base.Problem;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Twilio sends a text/plain answer on to the sender as an SMS, so it must never get one. */
@Singleton
final class TwimlVoice implements ErrorVoice {

  private static final Pattern PATHS =
      Pattern.compile("(?:/o/[^/]{1,40})?/webhooks/twilio(?:/.*)?");

  @Override
  public boolean speaksFor(final String path) {
    return PATHS.matcher(path).matches();
  }

  @Override
  public String mediaType() {
    return "text/xml";
  }

  @Override
  public String say(final Problem problem) {
    return "<Response/>";
  }
}
