package io.gatehouse.addresses;

import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accounts on a network that is named beside them: "insta: rick.jones", "zulu echo november on the
 * gram", "same handle over there".
 */
final class Accounts implements Recognizer {

  private static final double ENOUGH = 0.5;
  private static final double NETWORK = 0.2;
  private static final double SHAPED = 0.4;
  private static final double NAMED = 0.15;
  private static final double PLAIN = 0.1;
  private static final double SAME = 0.6;
  private static final int LINKS = 6;
  private static final int AROUND = 4;

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    for (int i = 0; i < reading.words().size(); i++) {
      if (network(reading, i)) {
        final Candidate account = beside(new Beside(reading, new Account.Reader(reading), i));
        if (account != null) {
          found.accept(account);
        }
      }
    }
  }

  /** A network's name, also as "snap's". */
  private static boolean network(final Reading reading, final int i) {
    if (mail(reading, i)) {
      return true;
    }
    final String word = reading.words().get(i).word();
    final boolean own = word.endsWith("s") && reading.says("own_word", i - 1, i);
    final var names = reading.context().lexicon().words("network");
    final boolean mine = reading.says("own_word", i - 1, i);
    return names.contains(word)
        || (mine && names.contains(Emails.unleet(word)))
        || (own && names.contains(word.substring(0, word.length() - 1)));
  }

  private static boolean mail(final Reading reading, final int i) {
    return reading.says("mail_network", i, i + 1);
  }

  /** A network's name in a text. */
  private record Beside(Reading reading, Account.Reader reader, int at) {

    boolean says(final String type, final int from, final int to) {
      return reading.says(type, from, to);
    }

    boolean hidden() {
      final Token name = reading.words().get(at);
      return name.disguise() != null
          || reading.text().is(name.from(), Mark.HOMOGLYPH)
          || reading.text().is(name.from(), Mark.EMOJI_HINT);
    }

    /** What the words round the name add. */
    double around() {
      final boolean own = says("own_word", at - 2, at);
      final boolean seek = says("account_seek", at - AROUND - 1, at);
      final boolean topic =
          says("account_topic", at - AROUND, at) || says("account_topic", at + 1, at + AROUND);
      return (says("network_weak", at, at + 1) ? 0 : NETWORK)
          + (hidden() ? 0.2 : 0)
          + (own ? 0.25 : 0)
          + (seek ? 0.2 : 0)
          - (topic ? 0.5 : 0);
    }
  }

  private static @Nullable Candidate beside(final Beside network) {
    final Candidate behind = behind(network);
    final Candidate before = behind == null ? before(network) : behind;
    return before == null ? same(network) : before;
  }

  /** "insta is rick_jones". */
  private static @Nullable Candidate behind(final Beside network) {
    double links = 0;
    int i = network.at() + 1;
    for (int n = 0; n < LINKS && link(network, i); n++) {
      links += network.says("account_word", i, i + 1) ? 0.2 : NAMED;
      i++;
    }
    final Account account = network.reader().from(i);
    if (account == null || broken(network, i)) {
      return null;
    }
    final double colon = colon(network, i) ? 0.25 : 0;
    final double alone = account.ends(network.reading()) && network.at() < 2 ? NAMED : 0;
    final double said = Math.min(links, 0.3) + colon + alone;
    return account.shaped() || said > 0 ? weighed(network, account, said) : null;
  }

  private static boolean link(final Beside network, final int i) {
    return network.says("account_link", i, i + 1)
        || network.says("account_word", i, i + 1)
        || network.says("account_seek", i, i + 1)
        || (network.says("own_word", i, i + 1));
  }

  private static boolean broken(final Beside network, final int to) {
    for (int i = network.at() + 1; i < to; i++) {
      if (network.reading().words().get(i).isBreak()) {
        return true;
      }
    }
    return false;
  }

  private static boolean colon(final Beside network, final int i) {
    final var words = network.reading().words();
    if (words.get(i).from() - words.get(i - 1).to() == 1
        && network.reading().text().at(words.get(i).from() - 1) == '-') {
      return false;
    }
    for (int k = words.get(i - 1).to(); k < words.get(i).from(); k++) {
      if (":=-".indexOf(network.reading().text().at(k)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "rick_jones on insta", "… in the insta search bar". */
  private static @Nullable Candidate before(final Beside network) {
    int i = network.at() - 1;
    while (i > network.at() - 4
        && (network.says("stopword", i, i + 1) || network.says("account_on", i, i + 1))) {
      i--;
    }
    final Account account = network.reader().to(i + 1);
    if (account == null || (!account.shaped() && !network.says("account_on", i + 1, i + 2))) {
      return null;
    }
    final boolean seek = network.says("account_seek", account.from() - 3, account.from());
    return account.shaped() || account.named()
        ? weighed(network, account, (seek ? 0.2 : 0) + (account.shaped() ? NAMED : 0))
        : null;
  }

  private static @Nullable Candidate weighed(
      final Beside network, final Account account, final double links) {
    final double shape = account.shaped() ? SHAPED : account.named() ? NAMED : PLAIN;
    final double sure = network.around() + links + shape;
    if (sure < ENOUGH || (mail(network.reading(), network.at()) && !account.shaped())) {
      return null;
    }
    return candidate(network, account.from(), account.to(), sure, account.disguise());
  }

  /** "same handle". */
  private static @Nullable Candidate same(final Beside network) {
    for (int i = network.at() - LINKS; i < network.at() + LINKS; i++) {
      if (network.says("same_word", i, i + 1) && network.says("account_word", i + 1, i + 3)) {
        return network.around() < 0
            ? null
            : candidate(network, Math.max(0, i), i + 2, SAME, "coded_language");
      }
    }
    return null;
  }

  private static Candidate candidate(
      final Beside network,
      final int first,
      final int behind,
      final double sure,
      final @Nullable String how) {
    final Reading reading = network.reading();
    final boolean mail = mail(reading, network.at());
    final int from = reading.words().get(first).from();
    final int to = reading.words().get(behind - 1).to();
    final int start = reading.text().at(from - 1) == '@' ? from - 1 : from;
    final String mark = Mark.disguise(reading.text().marks(start, to));
    return new Candidate(
        start,
        to,
        mail ? "email_address" : "social_media",
        mail ? "email.account" : "social.account",
        Math.min(0.95, sure),
        reading.text().text(from, to),
        mark == null ? how : mark);
  }
}
