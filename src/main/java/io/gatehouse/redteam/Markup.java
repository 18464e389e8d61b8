package io.gatehouse.redteam;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Disguises that only HTML can wear. */
final class Markup {

  private static final List<String> TAGS = List.of("b", "span", "i", "font");

  private Markup() {}

  static Specimen entities(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final String form = dice.nextBoolean() ? "&#%d;" : "&#x%x;";
    return specimen.markup(
        specimen
            .leak()
            .codePoints()
            .mapToObj(c -> c == '\n' ? "<br>" : String.format(form, c))
            .collect(Collectors.joining()));
  }

  /** A tag round every second character. */
  static Specimen tags(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final String tag = TAGS.get(dice.nextInt(TAGS.size()));
    final StringBuilder marked = new StringBuilder();
    boolean inside = false;
    for (final String part : parts(specimen)) {
      marked.append(inside ? "<" + tag + ">" + part + "</" + tag + ">" : part);
      inside = !inside;
    }
    return specimen.markup(marked.toString());
  }

  static Specimen hidden(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final String leak = escaped(specimen);
    final String marked =
        switch (dice.nextInt(4)) {
          case 0 -> "<a href=\"https://x.invalid/\" title=\"" + leak + "\">here</a>";
          case 1 -> "<span style=\"display:none\">" + leak + "</span>";
          case 2 -> "<!-- " + leak + " -->";
          default -> "<span style=\"font-size:0\">" + leak + "</span>";
        };
    return specimen.markup(marked);
  }

  static Specimen table(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final List<String> pieces = Pieces.of(escaped(specimen));
    return specimen.markup(
        "<table><tr><td>" + String.join("</td><td>", pieces) + "</td></tr></table>");
  }

  /** Characters of plain text; of markup the tags and entities whole. */
  private static List<String> parts(final Specimen specimen) {
    final String unit = specimen.html() ? "<[^>]*>|&[^;]*;|." : ".";
    return Pattern.compile(unit, Pattern.DOTALL)
        .matcher(specimen.leak())
        .results()
        .map(part -> specimen.html() ? part.group() : escape(part.group()))
        .toList();
  }

  private static String escaped(final Specimen specimen) {
    return specimen.html() ? specimen.leak() : escape(specimen.leak());
  }

  private static String escape(final String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
