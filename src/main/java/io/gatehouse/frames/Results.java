package io.gatehouse.frames;

import io.gatehouse.base.Problem;
import io.gatehouse.categories.Ruling;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.conduct.AuthorTexts;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Decision;
import io.gatehouse.spoken.Labels;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what was decided into the words of S3.5, with texts in the author's language. */
@Singleton
public class Results {

  private static final String BLOCK = "block.";
  private static final String NUDGE = "intercept.nudge.";

  /** Four of them are more than the confidences behind a risk mean. */
  private static final double PLACES = 10_000;

  private final SettingsBook settings;
  private final Texts texts;
  private final AuthorTexts conduct;

  Results(final SettingsBook settings, final Texts texts, final AuthorTexts conduct) {
    this.settings = settings;
    this.texts = texts;
    this.conduct = conduct;
  }

  /**
   * @throws Problem 409 when the message's id stands for another one, so that it was not judged
   */
  public Result of(final Asked asked, final Told told) {
    return switch (told) {
      case Told.Judged judged -> judged(asked, judged);
      case Told.Reused reused -> throw reused(reused);
      case Told.Unjudged unjudged ->
          switch (unjudged.instead()) {
            case PASS -> unjudged(true, null, null);
            case REFUSE -> unjudged(false, say(asked, "intercept.refused"), null);
            case HOLD -> unjudged(false, say(asked, "intercept.held"), true);
          };
    };
  }

  private static Problem reused(final Told.Reused reused) {
    return Problem.conflict("message_id_reused", "This message_id stands for another message.")
        .with("field", "message.message_id")
        .with("event_id", reused.first().toString());
  }

  private static Result unjudged(
      final boolean allowed, final @Nullable String reason, final @Nullable Boolean held) {
    return new Result(
        allowed,
        allowed ? Result.ALLOW : Result.HARD_BLOCK,
        0,
        List.of(),
        reason,
        null,
        null,
        false,
        null,
        null,
        held);
  }

  private Result judged(final Asked asked, final Told.Judged judged) {
    return switch (judged.delivery()) {
      case WITHHELD -> result(judged, Result.HARD_BLOCK, reason(asked, judged.event()), null);
      case REDACTED -> result(judged, Result.REDACT, null, say(asked, judged.event(), NUDGE));
      case AS_IS -> delivered(asked, judged);
    };
  }

  /** What was not read to its end is never simply allowed. */
  private Result delivered(final Asked asked, final Told.Judged judged) {
    if (judged.event().verdict().decision() instanceof Decision.Warn) {
      return result(judged, Result.NUDGE, null, say(asked, judged.event(), NUDGE));
    }
    return judged.truncated()
        ? result(judged, Result.NUDGE, null, say(asked, NUDGE + "truncated"))
        : result(judged, Result.ALLOW, null, help(asked, judged.event()));
  }

  /** A word to somebody who seems to seek help is no reproach, so the action says nothing of it. */
  private @Nullable String help(final Asked asked, final MessageEvent event) {
    return conduct.help(event, asked.language()).map(key -> say(asked, key)).orElse(null);
  }

  private String reason(final Asked asked, final MessageEvent event) {
    if (event.verdict().ruling() == Ruling.BLOCK) {
      return say(asked, AuthorTexts.held(event));
    }
    if (event.heldFor(Origin.MODEL) && !(event.verdict().decision() instanceof Decision.Block)) {
      return say(asked, AuthorTexts.WAITING);
    }
    return event.verdict().decision() instanceof Decision.Block
        ? say(asked, event, BLOCK)
        : say(asked, "intercept.held");
  }

  private static Result result(
      final Told.Judged judged,
      final String action,
      final @Nullable String reason,
      final @Nullable String nudge) {
    final MessageEvent event = judged.event();
    final boolean allowed = judged.deliver();
    return new Result(
        allowed,
        action,
        Math.round(event.verdict().risk() * PLACES) / PLACES,
        Labels.of(event.verdict()),
        reason,
        nudge,
        judged.truncated() ? true : null,
        judged.recorded(),
        judged.recorded() ? event.id() : null,
        action.equals(Result.REDACT) ? judged.text() : null,
        !allowed && event.handling() == Handling.HOLD ? true : null);
  }

  private String say(final Asked asked, final String key) {
    return texts.render(current(asked), key, asked.language(), Map.of());
  }

  /** By the kind of violation, if there is one kind only (S3.7). */
  private String say(final Asked asked, final MessageEvent event, final String prefix) {
    final List<String> classes =
        event.verdict().findings().stream().map(f -> f.type().wire()).distinct().toList();
    final String kind = classes.size() == 1 ? classes.getFirst() : "several";
    return texts.render(
        current(asked),
        prefix + kind,
        asked.language(),
        Map.of("classes", String.join(",", classes)));
  }

  /** An answer waits for no reading, and is given even where there is nothing to read. */
  private Settings current(final Asked asked) {
    try {
      return settings.known(asked.organization());
    } catch (final RuntimeException away) {
      return Settings.STANDARD;
    }
  }
}
