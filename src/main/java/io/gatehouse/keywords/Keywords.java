package io.gatehouse.keywords;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Thresholds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Tells by the words alone what content may be accused of. Deterministic, without any input or
 * output (S4.7, S4.13), and linear in the text's length, of which the first {@link
 * Canonical#MAX_LENGTH} characters are read.
 */
public final class Keywords {

  /** Who decided, in an opinion (B52). */
  public static final String BY = "keywords";

  private final Phrases phrases;
  private final Reasons reasons;

  private Keywords(final Phrases phrases, final Reasons reasons) {
    this.phrases = phrases;
    this.reasons = reasons;
  }

  /** With the phrases that ship with Gatehouse. */
  public static Keywords standard() {
    return new Keywords(
        Phrases.of(PhraseFiles.shipped()),
        new Reasons(DataFile.read(PhraseFiles.FOLDER, "reasons.txt")));
  }

  /** Of plain text. */
  public Opinion opinion(final String text, final Rules rules, final Thresholds thresholds) {
    return opinion(Folder.plain(text), rules, thresholds);
  }

  /** Of a text that was read already, such as HTML. */
  public Opinion opinion(final Canonical text, final Rules rules, final Thresholds thresholds) {
    final List<Token> tokens = Tokenizer.cut(text);
    final BitSet excused = rules.matcher().excused(text, tokens);
    final List<Said> all =
        new ArrayList<>(own(rules, rules.matcher().found(text, tokens, excused)));
    phrases.said(text, tokens, excused).stream()
        .filter(said -> rules.defaultsHold() || said.about(Said.HELP))
        .forEach(all::add);
    final Verdict verdict = new Verdict(all);
    return Opinion.of(verdict.scores(), verdict.help(), thresholds, BY, verdict.reasons());
  }

  private List<Said> own(final Rules rules, final List<Integer> found) {
    final List<Said> said = new ArrayList<>();
    for (final int place : found) {
      final Rule rule = rules.given().get(place);
      final Category category = rule.category();
      said.add(
          new Said(
              Set.of(category.wire()), rule.weight(), Said.WHOLE, reasons.rule(place, category)));
    }
    return said;
  }
}
