package io.gatehouse.asides;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.lexicon.RuleFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words by which mail sets off its parts, of all languages at once.
 *
 * @param headers by the label a header block begins with, those that follow it
 */
record Vocabulary(
    List<Attribution> attributions,
    Map<String, Set<String>> headers,
    Set<String> history,
    Set<String> closings,
    List<String> devices,
    List<String> disclaimers) {

  static final Vocabulary SHIPPED = read();

  /** The line above a quote: its first word and its verb. */
  record Attribution(String first, String verb) {}

  private static Vocabulary read() {
    final Map<String, List<String>> sections = new HashMap<>();
    for (final DataFile file : RuleFiles.shipped().asides()) {
      String section = "";
      for (final String line : file.lines()) {
        if (line.startsWith("[")) {
          section = line.substring(1, line.length() - 1);
        } else if (!section.isEmpty()) {
          sections.computeIfAbsent(section, name -> new ArrayList<>()).add(folded(line));
        }
      }
    }
    return new Vocabulary(
        of(sections, "attribution").stream().map(Vocabulary::attribution).toList(),
        headers(of(sections, "header")),
        Set.copyOf(of(sections, "history")),
        Set.copyOf(of(sections, "closing")),
        of(sections, "device"),
        of(sections, "disclaimer"));
  }

  private static List<String> of(final Map<String, List<String>> sections, final String name) {
    return List.copyOf(sections.getOrDefault(name, List.of()));
  }

  private static Attribution attribution(final String line) {
    final String[] parts = line.split(" \\| ", 2);
    return new Attribution(parts[0] + " ", parts[1]);
  }

  private static Map<String, Set<String>> headers(final List<String> lines) {
    final Map<String, Set<String>> headers = new HashMap<>();
    for (final String line : lines) {
      final int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), first -> new HashSet<>())
          .addAll(Arrays.asList(line.substring(colon + 2).split(", ")));
    }
    return headers;
  }

  private static String folded(final String line) {
    final Canonical folded = Folder.plain(line);
    return folded.text(0, folded.length());
  }
}
