package io.gatehouse.detection;

import io.gatehouse.addresses.Addresses;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.disguise.Encoded;
import io.gatehouse.disguise.Turned;
import io.gatehouse.intent.IntentModel;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.RuleFiles;
import io.gatehouse.numbers.Phones;
import io.gatehouse.offers.Offers;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recognizers and the data they read. {@code files.txt} lists every data file, so that a
 * language is added without code.
 *
 * @param joining those that also read several messages in a row
 * @param offers the one that reads offers in words
 * @param reasons one sentence for the owner by rule id
 * @param hash fingerprint of files and code, stored with each decision
 */
record RuleSet(
    Lexicon lexicon,
    List<Recognizer> recognizers,
    List<Recognizer> joining,
    Recognizer offers,
    Map<String, String> reasons,
    String hash) {

  /** Counted up whenever the code decides differently on the same data. */
  private static final String CODE = "6";

  static RuleSet standard() {
    final RuleFiles files = RuleFiles.shipped();
    final IntentModel model = IntentModel.of(files.concepts(), files.named("intent.model"));
    final Recognizer offers = new Offers(model);
    final List<Recognizer> joining = List.of(new Addresses(), offers);
    final List<Recognizer> recognizers = new ArrayList<>(joining);
    recognizers.addAll(List.of(new Phones(), new Turned(), new Encoded()));
    final String hash = DataFile.fingerprint(CODE, files.all());
    final Lexicon lexicon = Lexicon.of(files.phrases());
    return new RuleSet(lexicon, recognizers, joining, offers, reasons(files.all()), hash);
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
