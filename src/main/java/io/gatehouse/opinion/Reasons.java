package io.gatehouse.opinion;

import io.gatehouse.categories.Category;
import io.gatehouse.model.ModelAnswer.Scored;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the model's part in an opinion is called, from {@code opinion/reasons.properties}. */
final class Reasons {

  private static final Properties TEXTS = read("/opinion/reasons.properties");

  static final String AGREED = text("agreed");

  private Reasons() {}

  /** Names the category that the model is most sure of. */
  static String read(final Scored answer) {
    final Category surest =
        Arrays.stream(Category.values())
            .max(Comparator.comparingDouble(answer.scores()::of))
            .orElseThrow();
    if (answer.help()) {
      return text("help");
    }
    return answer.scores().of(surest) > 0
        ? String.format(Locale.ROOT, text("sees"), surest.wire(), answer.scores().of(surest))
        : text("nothing");
  }

  private static String text(final String name) {
    return Objects.requireNonNull(TEXTS.getProperty(name), name);
  }

  private static Properties read(final String file) {
    final var texts = new Properties();
    try (var stream = Objects.requireNonNull(Reasons.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
