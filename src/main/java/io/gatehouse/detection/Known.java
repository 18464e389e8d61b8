package io.gatehouse.detection;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What the deployment has on its lists: mentioning these is no leak (S1.8, S1.16, S1.17).
 *
 * @param emails addresses in any case; plus-addressing is ignored in the comparison
 * @param phones numbers as people write them; compared as E.164 (B8)
 * @param domains the organization's and official domains; sub-domains are included
 * @param vocabulary names the organization goes by in phrases such as "cut … out" (S1.35)
 * @param footers texts that stand under the organization's messages, HTML or plain: harmless word
 *     for word, and in whole lines
 */
public record Known(
    Set<String> emails,
    Set<String> phones,
    Set<String> domains,
    Set<String> vocabulary,
    Set<String> footers) {

  public static final Known NOTHING = new Known(Set.of(), Set.of(), Set.of(), Set.of());

  /** Lists without footers. */
  public Known(
      final Set<String> emails,
      final Set<String> phones,
      final Set<String> domains,
      final Set<String> vocabulary) {
    this(emails, phones, domains, vocabulary, Set.of());
  }

  public Known {
    emails = Set.copyOf(emails);
    phones = Set.copyOf(phones);
    domains = Set.copyOf(domains);
    vocabulary = Set.copyOf(vocabulary);
    footers = Set.copyOf(footers);
  }

  /** The same lists and these footers. */
  public Known under(final Collection<String> others) {
    return new Known(emails, phones, domains, vocabulary, Set.copyOf(others));
  }

  /** Both lists together. */
  public Known and(final Known other) {
    return new Known(
        union(emails, other.emails),
        union(phones, other.phones),
        union(domains, other.domains),
        union(vocabulary, other.vocabulary),
        union(footers, other.footers));
  }

  private static Set<String> union(final Set<String> one, final Set<String> other) {
    final var both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
