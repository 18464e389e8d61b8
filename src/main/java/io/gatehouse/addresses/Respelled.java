package io.gatehouse.addresses;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs and names said in several words: "full stop", "gee mail", "three w". */
final class Respelled {

  /** What is meant by a row of words. */
  private record Saying(List<String> words, String meant) {}

  private static final Map<String, List<Saying>> SAYINGS = read();
  private static final int MAX_GAP = 2;

  private Respelled() {}

  /** What is meant, and the token behind what was said. */
  record Meant(String word, int behind) {}

  static @Nullable Meant at(final Canonical text, final List<Token> tokens, final int first) {
    Meant best = null;
    for (final Saying saying : SAYINGS.getOrDefault(tokens.get(first).word(), List.of())) {
      final int behind = first + saying.words().size();
      if (said(tokens, first, saying.words())
          && !goesOn(text, tokens.get(behind - 1).to())
          && (best == null || behind > best.behind())) {
        best = new Meant(saying.meant(), behind);
      }
    }
    return best;
  }

  /** Whether the last word is the first label of a name: "at sign.host.com". */
  private static boolean goesOn(final Canonical text, final int to) {
    return text.at(to) == '.' && Tokenizer.wordy(text.at(to + 1));
  }

  private static boolean said(final List<Token> tokens, final int first, final List<String> words) {
    if (first + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      final Token token = tokens.get(first + i);
      final boolean near = i == 0 || token.from() - tokens.get(first + i - 1).to() <= MAX_GAP;
      if (!near || !token.word().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Saying>> read() {
    final Map<String, List<Saying>> sayings = new HashMap<>();
    for (final String line : DataFile.read("respelled.txt").lines()) {
      final int equal = line.indexOf('=');
      final String meant = line.substring(0, equal).strip();
      for (final String said : line.substring(equal + 1).split("\\|")) {
        final List<String> words = List.of(said.strip().split(" "));
        sayings
            .computeIfAbsent(words.getFirst(), unseen -> new ArrayList<>())
            .add(new Saying(words, meant));
      }
    }
    return sayings;
  }
}
