package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Tokenizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word shaped like the name of an account: "fern_and_fable", "paws.by.petra", "lu_tiles8". */
record Account(int from, int to) {

  private static final int MOST_WORDS = 5;
  private static final int LETTERS = 3;
  private static final int LONGEST = 40;

  /** The account a short message names. */
  static @Nullable Account of(final Said said) {
    final Canonical text = said.text();
    final Set<String> files = said.reading().context().lexicon().words("file_ending");
    @Nullable Account account = null;
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) > ' ' && text.at(i - 1) <= ' ') {
        final Account next = chunk(text, i);
        account = next.shaped(text) && !files.contains(next.ending(text)) ? next : account;
        words++;
      }
    }
    return words > MOST_WORDS ? null : account;
  }

  /** Whether a message is nothing but a name in plain words. */
  static @Nullable Account plain(final Said said) {
    final var words = said.reading().words().stream().filter(word -> !word.isBreak()).toList();
    final List<String> empty = List.of("stopword", "piece_talk", "answer_word");
    final boolean talk =
        words.stream()
            .anyMatch(
                word ->
                    word.isNumber()
                        || empty.stream()
                            .anyMatch(type -> said.lexicon().words(type).contains(word.word())));
    return words.isEmpty() || words.size() >= MOST_WORDS || talk || said.asks()
        ? null
        : new Account(words.getFirst().from(), words.getLast().to());
  }

  private static Account chunk(final Canonical text, final int start) {
    int to = start;
    while (text.at(to) > ' ') {
      to++;
    }
    int from = start;
    while (from < to && !Tokenizer.wordy(text.at(from)) && "@_".indexOf(text.at(from)) < 0) {
      from++;
    }
    while (to > from && !Tokenizer.wordy(text.at(to - 1)) && text.at(to - 1) != '_') {
      to--;
    }
    return new Account(from, to);
  }

  private boolean shaped(final Canonical text) {
    int letters = 0;
    int signs = 0;
    for (int i = from; i < to; i++) {
      final char c = text.at(i);
      if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (c == '_'
          || c == '.'
          || (c >= '0' && c <= '9')
          || (c == '@' && i == from && !text.is(i + 1, Mark.CAPITAL))) {
        signs++;
      } else {
        return false;
      }
    }
    return letters >= LETTERS && signs > 0 && letters > signs && to - from <= LONGEST;
  }

  private String ending(final Canonical text) {
    final String word = text.text(from, to);
    return word.substring(word.lastIndexOf('.') + 1);
  }
}
