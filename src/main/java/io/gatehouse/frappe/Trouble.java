package io.gatehouse.frappe;

import io.gatehouse.effects.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the gateway and a site, and what to do about it. In our own words: the site's
 * are translated and may quote what people wrote.
 *
 * @param code stable, snake_case; what it stopped is sent round again by it
 * @param happened a sentence
 * @param next a sentence, to whoever looks after site or gateway
 * @param after what the site asked to wait, or null
 */
public record Trouble(
    String code, Follows follows, String happened, String next, @Nullable Duration after) {

  /** What follows for a request that met it. */
  public enum Follows {
    /** Certainly not done; worth trying again. */
    LATER,
    /** Perhaps done. */
    LOOK,
    /** Certainly not done, and no use before somebody has set something right. */
    STOPS,
    /** Certainly not done, and never will be. */
    REFUSED
  }

  public String reason() {
    return happened + " " + next;
  }

  /** What an effect whose request met it comes to. */
  public Outcome outcome() {
    return switch (follows) {
      case LATER -> new Outcome.Later(code, reason(), after);
      case LOOK -> new Outcome.Unknown(code + ": " + happened);
      case STOPS -> new Outcome.Stopped(code, reason());
      case REFUSED -> new Outcome.Refused(code, reason());
    };
  }

  Trouble needing(final String role) {
    return new Trouble(
        code, follows, happened.replace("{role}", role), next.replace("{role}", role), after);
  }

  Trouble after(final @Nullable Duration asked) {
    return new Trouble(code, follows, happened, next, asked);
  }
}
