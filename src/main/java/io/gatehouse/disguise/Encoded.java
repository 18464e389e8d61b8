package io.gatehouse.disguise;

import io.gatehouse.addresses.Addresses;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.numbers.Phones;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Contacts in base64 (RFC 4648): a word that decodes to plain text with a contact in it. */
public final class Encoded implements Recognizer {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 400;
  private static final List<Recognizer> LOOKING = List.of(new Phones(), new Addresses());

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    for (final Token token : reading.words()) {
      final int length = token.to() - token.from();
      if (length >= SHORTEST && length <= LONGEST && token.disguise() == null) {
        final String plain = decode(reading.text(), token);
        if (plain != null) {
          look(reading, token, plain, found);
        }
      }
    }
  }

  private static void look(
      final Reading reading,
      final Token token,
      final String plain,
      final Consumer<Candidate> found) {
    final Reading inner = Reading.of(Folder.plain("call " + plain), reading.context());
    for (final Recognizer recognizer : LOOKING) {
      recognizer.find(
          inner,
          hit ->
              found.accept(
                  new Candidate(
                      token.from(),
                      token.to(),
                      hit.topic(),
                      hit.rule(),
                      hit.confidence(),
                      hit.value(),
                      "base64_hint")));
    }
  }

  /** Words are not base64: that mixes capitals or figures into the middle. */
  private static boolean mixed(final CharSequence written) {
    int figures = 0;
    int capitals = 0;
    for (int i = 1; i < written.length(); i++) {
      final char c = written.charAt(i);
      figures += c >= '0' && c <= '9' ? 1 : 0;
      capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return capitals > 0 && figures + capitals < written.length() - 1;
  }

  private static @Nullable String decode(final Canonical text, final Token token) {
    final StringBuilder written = new StringBuilder();
    for (int i = token.from(); i < token.to(); i++) {
      final char c = text.at(i);
      written.append(text.is(i, Mark.CAPITAL) ? Character.toUpperCase(c) : c);
    }
    if (!mixed(written)) {
      return null;
    }
    try {
      final byte[] bytes = Base64.getDecoder().decode(written.toString());
      final String plain = new String(bytes, StandardCharsets.US_ASCII);
      return plain.chars().allMatch(c -> c >= ' ' && c <= '~') ? plain : null;
    } catch (final IllegalArgumentException somethingElse) {
      return null;
    }
  }
}
