package io.gatehouse.digest;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.mail.Letter;
import io.gatehouse.mail.PostOffice;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the day in figures. */
@Singleton
class DigestLetters implements EffectHandler {

  /** Begins like every effect by which owners are told. */
  static final String KIND = "tell.digest";

  private static final List<String> LINES =
      List.of(
          "messages",
          "blocked",
          "warned",
          "redacted",
          "undeliverable",
          "dismissed",
          "false_alarms",
          "waiting");

  private final SettingsBook settings;
  private final Texts texts;
  private final PostOffice post;

  DigestLetters(final SettingsBook settings, final Texts texts, final PostOffice post) {
    this.settings = settings;
    this.texts = texts;
    this.post = post;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    final Settings current = settings.current(effect.organization());
    return current.owner().emails().isEmpty()
        ? new Outcome.Done("nobody to tell")
        : post.send(
            effect,
            new Letter(
                current.owner().emails(),
                texts.render(current, "digest.subject", "", Map.of()),
                text(effect.payload(), current)));
  }

  /** Sent again with the same Message-ID. */
  @Override
  public Outcome reconcile(final Effect effect) {
    return new Outcome.Later("repeat", "Sent again under the same Message-ID.", null);
  }

  private String text(final Map<String, String> facts, final Settings current) {
    final StringBuilder text = new StringBuilder();
    for (final String name : LINES) {
      final String count = facts.getOrDefault(name, "0");
      if (!count.equals("0")) {
        text.append(texts.render(current, "digest." + name, "", Map.of("count", count)))
            .append('\n');
      }
    }
    String found;
    for (int rank = 0; (found = at(facts, rank)) != null; rank++) {
      text.append(rank == 0 ? "\n" + texts.render(current, "digest.found", "", Map.of()) : "")
          .append(rank == 0 ? "\n" : "")
          .append(line(found, current))
          .append('\n');
    }
    return text.toString();
  }

  private static @Nullable String at(final Map<String, String> facts, final int rank) {
    return facts.get("class." + rank);
  }

  private String line(final String found, final Settings current) {
    final String[] parts = found.split(" ", 2);
    return texts.render(
        current, "digest.class", "", Map.of("classes", parts[0], "count", parts[1]));
  }
}
