package io.gatehouse.frames;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Decision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what was decided into the words of S3.5, with texts in the author's language. */
@Singleton
public class Results {

  private static final String BLOCK = "block.";
  private static final String NUDGE = "intercept.nudge.";

  private final SettingsBook settings;
  private final Texts texts;

  Results(final SettingsBook settings, final Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  public Result of(final Asked asked, final Told told) {
    return switch (told) {
      case Told.Judged judged -> judged(asked, judged);
      case Told.Unjudged unjudged ->
          switch (unjudged.instead()) {
            case PASS -> unjudged(true, null, null);
            case REFUSE -> unjudged(false, say(asked, "intercept.refused"), null);
            case HOLD -> unjudged(false, say(asked, "intercept.held"), true);
          };
    };
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
    final MessageEvent event = judged.event();
    final boolean truncated = judged.truncated();
    if (event.state() == EventState.RELEASED) {
      return result(judged, Result.ALLOW, null, null);
    }
    return switch (event.verdict().decision()) {
      case Decision.Block block ->
          result(judged, Result.HARD_BLOCK, say(asked, event, BLOCK), null);
      case Decision.Allow allow ->
          held(event)
              ? held(asked, judged)
              : truncated
                  ? result(judged, Result.NUDGE, null, say(asked, NUDGE + "truncated"))
                  : result(judged, Result.ALLOW, null, null);
      case Decision.Warn warn ->
          held(event)
              ? held(asked, judged)
              : result(judged, Result.NUDGE, null, say(asked, event, NUDGE));
      case Decision.Redact redact ->
          held(event)
              ? held(asked, judged)
              : result(judged, Result.REDACT, null, say(asked, event, NUDGE));
    };
  }

  private static boolean held(final MessageEvent event) {
    return event.handling() == Handling.HOLD;
  }

  private Result held(final Asked asked, final Told.Judged judged) {
    return result(judged, Result.HARD_BLOCK, say(asked, "intercept.held"), null);
  }

  private static Result result(
      final Told.Judged judged,
      final String action,
      final @Nullable String reason,
      final @Nullable String nudge) {
    final MessageEvent event = judged.event();
    final var findings = event.verdict().findings();
    return new Result(
        !action.equals(Result.HARD_BLOCK),
        action,
        Math.round(event.verdict().risk() * 10_000) / 10_000.0,
        Labels.of(findings),
        reason,
        nudge,
        judged.truncated() ? true : null,
        judged.recorded(),
        judged.recorded() ? event.id() : null,
        action.equals(Result.REDACT) ? Redaction.mask(event.content().text(), findings) : null,
        action.equals(Result.HARD_BLOCK) && held(event) ? true : null);
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

  /** An answer is given even where the organization's own wording cannot be read. */
  private Settings current(final Asked asked) {
    try {
      return settings.current(asked.organization());
    } catch (final RuntimeException away) {
      return Settings.STANDARD;
    }
  }
}
