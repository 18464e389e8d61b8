package io.gatehouse.recognition;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Slots;
import java.util.ArrayList;
import java.util.List;

/**
 * The word classes that no list can hold: {@code {brand}} a name the organization goes by, {@code
 * {handle}} a word shaped like an account, {@code {at}} one behind an "@", {@code {cash}} one
 * behind a "$", {@code {name}} a capitalised word, {@code {number}}.
 */
public record Shapes(Reading reading) implements Slots {

  @Override
  public List<String> at(final int index) {
    final Token token = reading.words().get(index);
    final Canonical text = reading.text();
    final List<String> shapes = new ArrayList<>(2);
    final char before = text.at(token.from() - 1);
    if (reading.context().brands().contains(token.word())) {
      shapes.add("brand");
    }
    if (token.isNumber()) {
      shapes.add("number");
    }
    if (before == '@') {
      shapes.add("at");
    } else if (before == '$' && !token.isNumber()) {
      shapes.add("cash");
    }
    if (handle(text, token)) {
      shapes.add("handle");
    }
    if (text.is(token.from(), Mark.CAPITAL)) {
      shapes.add("name");
    }
    return shapes;
  }

  private static boolean handle(final Canonical text, final Token token) {
    if (text.at(token.to()) == '.' && Character.isLetterOrDigit(text.at(token.to() + 1))) {
      return !token.isNumber();
    }
    boolean letters = false;
    boolean others = text.at(token.from() - 1) == '@' || text.at(token.from() - 1) == '/';
    for (int i = token.from(); i < token.to(); i++) {
      final char c = text.at(i);
      letters |= c >= 'a' && c <= 'z';
      others |= c == '_' || (c >= '0' && c <= '9');
    }
    return letters && others && token.to() - token.from() > 2;
  }
}
