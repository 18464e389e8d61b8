package io.gatehouse.wording;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill: {@code {name}} stands for a value, and {@code [[ … ]]} round a part
 * leaves it out when a value in it is missing.
 */
public record Template(String text) {

  /** What a missing value outside an optional part shows as: a text must go out nevertheless. */
  private static final String MISSING = "...";

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern OPTIONAL_PART = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);

  /** The names that stand in braces, well formed or not. */
  public Set<String> names() {
    final Set<String> names = new TreeSet<>();
    PLACE.matcher(text).results().map(place -> place.group(1)).forEach(names::add);
    return names;
  }

  /** Fills every place in one pass, so that a value is never read as a template itself. */
  public String fill(final Function<String, Optional<String>> values) {
    final String chosen =
        OPTIONAL_PART
            .matcher(text)
            .replaceAll(part -> Matcher.quoteReplacement(optional(part, values)));
    return PLACE
        .matcher(chosen)
        .replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1)).orElse(MISSING)))
        .strip();
  }

  private static String optional(
      final MatchResult part, final Function<String, Optional<String>> values) {
    final boolean complete =
        new Template(part.group(1))
            .names().stream().allMatch(name -> values.apply(name).isPresent());
    return complete ? part.group(1) : "";
  }
}
