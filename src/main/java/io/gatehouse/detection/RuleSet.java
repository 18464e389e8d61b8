package io.gatehouse.detection;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Emails;
import io.gatehouse.recognition.Encoded;
import io.gatehouse.recognition.Handles;
import io.gatehouse.recognition.Phones;
import io.gatehouse.recognition.Phrases;
import io.gatehouse.recognition.Recognizer;
import io.gatehouse.recognition.Turned;
import io.gatehouse.recognition.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recognizers and the data they read. {@code files.txt} lists every data file, so that a
 * language is added without code.
 *
 * @param joining those that also read several messages in a row
 * @param reasons one sentence for the owner by rule id
 * @param hash fingerprint of files and code, stored with each decision
 */
record RuleSet(
    Lexicon lexicon,
    List<Recognizer> recognizers,
    List<Recognizer> joining,
    Map<String, String> reasons,
    String hash) {

  /** Counted up whenever the code decides differently on the same data. */
  private static final String CODE = "3";

  static RuleSet standard() {
    final List<DataFile> all = new ArrayList<>();
    final List<DataFile> phrases = new ArrayList<>();
    for (final String name : DataFile.read("files.txt").lines()) {
      final DataFile file = DataFile.read(name);
      all.add(file);
      if (name.startsWith("phrases/")) {
        phrases.add(file);
      }
    }
    final List<Recognizer> joining =
        List.of(new Emails(), new Urls(), new Handles(), new Phrases());
    final List<Recognizer> recognizers = new ArrayList<>(joining);
    recognizers.addAll(List.of(new Phones(), new Turned(), new Encoded()));
    final String hash = DataFile.fingerprint(CODE, all);
    return new RuleSet(Lexicon.of(phrases), recognizers, joining, reasons(all), hash);
  }

  String reason(final String rule) {
    return reasons.getOrDefault(rule, "Looks like a way round the platform.");
  }

  /** Section heads of the phrase files and the lines of {@code reasons.txt}: "[id …] reason". */
  private static Map<String, String> reasons(final List<DataFile> files) {
    final Map<String, String> reasons = new HashMap<>();
    for (final DataFile file : files) {
      for (final String line : file.lines()) {
        final int close = line.startsWith("[") ? line.indexOf(']') : -1;
        if (close > 0) {
          final String id = line.substring(1, close).split(" ")[0];
          reasons.putIfAbsent(id, line.substring(close + 1).strip());
        }
      }
    }
    return reasons;
  }
}
