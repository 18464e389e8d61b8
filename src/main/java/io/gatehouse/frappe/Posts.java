package io.gatehouse.frappe;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.Sandbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Creates documents on an organization's site, or in the sandbox while there is none. */
@Singleton
public final class Posts {

  /**
   * How long a site may still be working on a request that we gave up: gunicorn's time-out as bench
   * sets it, and a margin.
   */
  private static final Duration STILL_RUNNING = Duration.ofSeconds(150);

  /** With the ledger's doubling pauses from 2 s these reach over {@link #STILL_RUNNING}. */
  public static final int CHECKS = 8;

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final PostingUser user;
  private final Sandbox sandbox;
  private final Clock clock;

  Posts(
      final ProviderAccounts accounts,
      final FrappeClient client,
      final PostingUser user,
      final Sandbox sandbox,
      final Clock clock) {
    this.accounts = accounts;
    this.client = client;
    this.user = user;
    this.sandbox = sandbox;
    this.clock = clock;
  }

  public Outcome post(final Effect effect, final Post post) {
    return post(effect, post, site -> Creation.outcome(create(site, post), post.role()));
  }

  /**
   * @param creation how the document is created where that takes more than one request
   */
  public Outcome post(
      final Effect effect, final Post post, final Function<Site, Outcome> creation) {
    return site(effect)
        .map(site -> user.refusal(site).orElseGet(() -> creation.apply(site)))
        .orElseGet(() -> rehearse(effect, post));
  }

  public Reply create(final Site site, final Post post) {
    return client.create(site, post.doctype(), post.document());
  }

  /**
   * Looks for the document by its reference.
   *
   * @param field of the document that holds the reference
   */
  public Outcome find(final Effect effect, final String doctype, final String field) {
    final List<String> filter = List.of(field, "like", "%" + effect.reference().value() + "%");
    return site(effect)
        .map(site -> found(effect, client.find(site, doctype, List.of(filter))))
        .orElseGet(() -> new Outcome.Later("sandbox", "It was not recorded.", null));
  }

  private Outcome found(final Effect effect, final Reply reply) {
    if (!(reply instanceof final Reply.Answered answer) || !answer.isList()) {
      return new Outcome.Unknown("the site could not be asked whether it has the document");
    }
    return answer
        .firstName()
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(() -> absent(effect.addedAt().plus(STILL_RUNNING)));
  }

  private Outcome absent(final Instant certain) {
    return clock.instant().isBefore(certain)
        ? new Outcome.Unknown("the site does not have the document yet")
        : new Outcome.Later("absent", "The site does not have the document.", null);
  }

  private Outcome rehearse(final Effect effect, final Post post) {
    final String path = FrappeClient.path(post.doctype());
    return sandbox.record(effect, Map.of("method", "POST", "path", path, "body", post.document()));
  }

  private Optional<Site> site(final Effect effect) {
    return accounts.erpnext(effect.organization()).site();
  }
}
