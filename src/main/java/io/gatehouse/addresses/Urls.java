package io.gatehouse.addresses;

import io.gatehouse.addresses.Address.Name;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Domains;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Links and bare domains, and what a deep link is for (wa.me, paypal.me). */
final class Urls implements Recognizer {

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final Address address = new Address(reading);
    for (int i = 0; i < reading.words().size(); ) {
      final Name name = address.after(i);
      i = name == null ? i + 1 : after(reading, name, found);
    }
  }

  /** Reports a url if the name is one; returns the token to go on with. */
  private static int after(
      final Reading reading, final Name name, final Consumer<Candidate> found) {
    final Candidate url = url(reading, name);
    if (url == null) {
      return name.spoken() ? name.from() + 1 : name.to();
    }
    found.accept(url);
    final String purpose = Domains.purpose(name.text());
    if (purpose != null) {
      found.accept(deep(url, purpose));
    }
    return Math.max(name.to(), reading.tokenAt(url.to()));
  }

  /** A deep link counts for its platform too. */
  private static Candidate deep(final Candidate url, final String purpose) {
    return new Candidate(
        url.from(), url.to(), purpose, "url.deep_link", url.confidence(), "", url.disguise());
  }

  private static @Nullable Candidate url(final Reading reading, final Name name) {
    final Canonical text = reading.text();
    final int from = reading.words().get(name.from()).from();
    final int to = reading.words().get(name.to() - 1).to();
    final boolean scheme = from >= 3 && "://".equals(text.text(from - 3, from));
    final boolean www = name.text().startsWith("www.");
    if (text.at(from - 1) == '@' || text.at(to) == '@') {
      return null;
    }
    final boolean ending =
        name.dots() > 0 && (Domains.ending(name.last()) || sureLeet(reading, name));
    if (!ending
        && !Lookalikes.octets(reading, name)
        && !(scheme && (name.dots() > 0 || text.at(to) == ':'))
        && !www) {
      return null;
    }
    final int said = Paths.spoken(reading, name.to());
    final boolean path = (text.at(to) == '/' && text.at(to + 1) > ' ') || said > to;
    if (!scheme && !www && !path && !likely(reading, name)) {
      reading.observer().doubted(reading, from, to, "url", "url.domain", 0);
      return null;
    }
    final int start = scheme ? Paths.scheme(text, from - 3) : from;
    final boolean more = path || text.at(to) == '?' || text.at(to) == ':';
    final int end = said > to ? said : more ? Paths.end(text, to) : to;
    return new Candidate(
        start,
        end,
        "url",
        scheme || www || path ? "url.link" : "url.domain",
        scheme || www || path ? 0.95 : 0.85,
        name.text() + (path ? text.text(to, end) : ""),
        disguise(name, text.marks(start, end)));
  }

  private static @Nullable String disguise(final Name name, final int marks) {
    final String mark = Mark.disguise(marks);
    return mark != null ? mark : name.spoken() ? "at_dot" : odd(name);
  }

  /** "c0m" for "com". */
  private static boolean sureLeet(final Reading reading, final Name name) {
    final String plain = Emails.unleet(name.last());
    return name.last().charAt(0) == plain.charAt(0)
        && Character.isLetter(plain.charAt(0))
        && reading.context().lexicon().words("sure_ending").contains(plain);
  }

  private static @Nullable String odd(final Name name) {
    return name.odd() ? "punctuation_separators" : null;
  }

  /** A bare name is a domain unless it is a sentence that forgot its blank, or a file. */
  private static boolean likely(final Reading reading, final Name name) {
    final Token last = reading.words().get(name.to() - 1);
    final boolean capital = reading.text().is(last.from(), Mark.CAPITAL);
    final boolean shouted = reading.text().is(last.to() - 1, Mark.CAPITAL);
    if ((capital && !shouted) || "(={[".indexOf(reading.text().at(last.to())) > 0) {
      return false;
    }
    final List<Token> tokens = reading.words();
    if (Lookalikes.tool(reading, name) || Lookalikes.forgetful(reading, name)) {
      return false;
    }
    final boolean apart = name.spoken() || (name.odd() && name.dots() == 1);
    if (apart && reading.says("stopword", name.from(), name.to())) {
      return false;
    }
    if (reading.says("sure_ending", name.to() - 1, name.to()) && name.odd()) {
      return true;
    }
    return (name.spoken() && reading.says("dot_sure", name.from(), name.to()))
        || !reading.says("word_ending", name.to() - 1, name.to())
        || cued(reading, name)
        || tokens.get(name.from()).word().indexOf('-') > 0;
  }

  private static boolean cued(final Reading reading, final Name name) {
    return reading.says("url_cue", name.from() - 4, name.from())
        || reading.words().size() == name.to() - name.from();
  }
}
