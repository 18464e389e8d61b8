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

/** E-mail addresses, plain, spaced, or with "at" and "dot" in words or brackets. */
final class Emails implements Recognizer {

  private static final int MAX_BLANKS = 3;
  private static final String MAILTO = "mailto:";

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final Address address = new Address(reading);
    for (int i = 1; i < reading.words().size(); i++) {
      final Candidate candidate = at(reading, address, i);
      if (candidate != null) {
        found.accept(candidate);
      }
    }
  }

  private static @Nullable Candidate at(final Reading reading, final Address address, final int i) {
    final int sign = sign(reading, i);
    if (sign > 0) {
      final Name domain = file(reading, address.after(i, true));
      final Name local = address.before(i);
      return domain == null || local == null ? null : signed(reading, local, domain, sign == 1);
    }
    if (!reading.says("at_word", i, i + 1) && !letter(reading, i)) {
      return bare(reading, address, i);
    }
    final Name domain = file(reading, domain(reading, address, i + 1));
    final Name local = address.before(i);
    return domain == null || local == null ? null : spoken(reading, local, domain, i);
  }

  /** "rick77 gmail com": a provider with its ending, and a name before it. */
  private static @Nullable Candidate bare(
      final Reading reading, final Address address, final int i) {
    final boolean named =
        reading.says("mail_network", i, i + 1) && reading.says("sure_ending", i + 1, i + 2);
    final Name local = named ? address.before(i) : null;
    if (local == null || reading.says("stopword", local.from(), local.to())) {
      return null;
    }
    final List<Token> words = reading.words();
    final String host = words.get(i).word() + "." + words.get(i + 1).word();
    final boolean near =
        " ".equals(reading.text().text(words.get(i).to(), words.get(i + 1).from()));
    final Name domain = new Name(i, i + 2, host, words.get(i + 1).word(), 1, true, false);
    return near ? candidate(reading, local, domain, "email.spoken", 0.8, "at_dot") : null;
  }

  /** "(a)" for the sign. */
  private static boolean letter(final Reading reading, final int i) {
    final Token token = reading.words().get(i);
    return "a".equals(token.word()) && Address.boxed(reading.text(), token);
  }

  /** An address dressed up as the name of a file. */
  private static @Nullable Name file(final Reading reading, final @Nullable Name domain) {
    final boolean dressed =
        domain != null
            && domain.dots() > 1
            && reading.context().lexicon().words("file_ending").contains(domain.last());
    return domain == null || !dressed ? domain : domain.cut();
  }

  /** 0 if no "@" parts the token from the one before, 1 if it does so alone, else 2. */
  private static int sign(final Reading reading, final int i) {
    final int from = reading.words().get(i - 1).to();
    final int to = reading.words().get(i).from();
    if (to - from > 2 * MAX_BLANKS + 1 || from >= to) {
      return 0;
    }
    int signs = 0;
    for (int k = from; k < to; k++) {
      final char c = reading.text().at(k);
      signs += c == '@' ? 1 : 0;
      if (" +@()[]{}<>\t\n".indexOf(c) < 0) {
        return 0;
      }
    }
    return signs == 0 ? 0 : to - from == 1 ? 1 : 2;
  }

  private static @Nullable Candidate signed(
      final Reading reading, final Name local, final Name domain, final boolean plain) {
    final String last = unleet(domain.last());
    final boolean named = domain.dots() > 0 && Domains.plausible(last);
    if (named && plain && !domain.odd()) {
      return candidate(reading, local, domain, "email.plain", 0.97, null);
    }
    final boolean odd = named && Domains.ending(last);
    final boolean provider = provider(reading, domain) || underlined(reading, domain);
    if (odd || provider) {
      final String how = domain.spoken() || local.spoken() ? "at_dot" : "spacing";
      return candidate(reading, local, domain, "email.parted", 0.9, provider && plain ? null : how);
    }
    return null;
  }

  /** "host_com" behind an "@". */
  private static boolean underlined(final Reading reading, final Name domain) {
    final int sign = domain.text().lastIndexOf('_');
    final String ending = domain.text().substring(sign + 1);
    return sign > 0 && reading.context().lexicon().words("sure_ending").contains(ending);
  }

  private static boolean provider(final Reading reading, final Name domain) {
    return domain.dots() == 0 && Domains.mailProvider(reading.context().lexicon(), domain.text());
  }

  /** The domain after a spoken "at"; its first label may be spelled out in a few words. */
  private static @Nullable Name domain(
      final Reading reading, final Address address, final int first) {
    for (int i = first; i < first + 3; i++) {
      final Name name = address.after(i, reading.says("at_sure", first - 1, first));
      if (name == null || reading.says("stopword", i, i + 1)) {
        return null;
      }
      if (name.dots() > 0 || provider(reading, name)) {
        return new Name(
            first, name.to(), name.text(), name.last(), name.dots(), name.odd(), name.spoken());
      }
    }
    return null;
  }

  private static @Nullable Candidate spoken(
      final Reading reading, final Name local, final Name domain, final int at) {
    final boolean sure = reading.says("at_sure", at, at + 1);
    final boolean ordinary =
        reading.says("stopword", local.from(), local.to())
            || reading.says("at_place", local.from(), local.to());
    if (ordinary && !sure) {
      return null;
    }
    final boolean bracketed = sure || bracketed(reading.text(), reading.words().get(at));
    final boolean ending =
        domain.dots() > 0
            && Domains.ending(unleet(domain.last()))
            && (sure || !reading.says("stopword", domain.to() - 1, domain.to()));
    final boolean place = domain.dots() == 0 && says(reading, "mail_word", domain) && !bracketed;
    final boolean provider =
        !place && Domains.mailProvider(reading.context().lexicon(), first(domain.text()));
    final boolean likely = bracketed || domain.odd() || provider;
    if (likely && (ending || (provider && domain.dots() == 0))) {
      return candidate(reading, local, domain, "email.spoken", 0.9, "at_dot");
    }
    return null;
  }

  private static boolean says(final Reading reading, final String type, final Name name) {
    return reading.says(type, name.to() - 1, name.to());
  }

  private static String first(final String name) {
    final int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static boolean bracketed(final Canonical text, final Token at) {
    return "([{<_*".indexOf(text.at(at.from() - 1)) >= 0 && at.from() > 0
        || text.is(at.from(), Mark.CAPITAL);
  }

  /** Endings written with figures: c0m, c4. */
  static String unleet(final String label) {
    return label.replace('0', 'o').replace('3', 'e').replace('1', 'i').replace('4', 'a');
  }

  private static Candidate candidate(
      final Reading reading,
      final Name local,
      final Name domain,
      final String rule,
      final double confidence,
      final @Nullable String how) {
    final List<Token> tokens = reading.words();
    final int first = tokens.get(local.from()).from();
    final int scheme = Math.max(0, first - MAILTO.length());
    final int from = MAILTO.equals(reading.text().text(scheme, first)) ? scheme : first;
    final int to = tokens.get(domain.to() - 1).to();
    final String mark = Mark.disguise(reading.text().marks(from, to));
    final String leet = unleet(domain.last()).equals(domain.last()) ? how : "leetspeak";
    final String value = local.text() + "@" + domain.text();
    return new Candidate(
        from, to, "email_address", rule, confidence, value, mark == null ? leet : mark);
  }
}
