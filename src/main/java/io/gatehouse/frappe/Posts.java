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

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final PostingUser user;
  private final Sandbox sandbox;
  private final SiteAlarms alarms;
  private final Clock clock;

  Posts(
      final ProviderAccounts accounts,
      final FrappeClient client,
      final PostingUser user,
      final Sandbox sandbox,
      final SiteAlarms alarms,
      final Clock clock) {
    this.accounts = accounts;
    this.client = client;
    this.user = user;
    this.sandbox = sandbox;
    this.alarms = alarms;
    this.clock = clock;
  }

  public Outcome post(final Effect effect, final Post post) {
    final Post keyed = post.keyed(effect.reference());
    return post(effect, keyed, site -> Creation.outcome(create(site, keyed), keyed.role()));
  }

  /**
   * @param post as it is sent, with its key
   * @param creation how the document is created where that takes more than one request
   */
  public Outcome post(
      final Effect effect, final Post post, final Function<Site, Outcome> creation) {
    return site(effect)
        .map(
            site -> user.refusal(site).orElseGet(() -> settled(effect, site, creation.apply(site))))
        .orElseGet(() -> rehearse(effect, post));
  }

  private Outcome settled(final Effect effect, final Site site, final Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      alarms.over(effect.organization(), effect.kind());
    }
    return outcome instanceof final Outcome.Stopped stopped
            && stopped.code().equals(Troubles.ROLE_MISSING)
            && isGuest(site)
        ? Troubles.named(Troubles.KEY_UNHEARD).outcome()
        : outcome;
  }

  /** Frappe forbids a guest just as it forbids a user without the role (frappe/auth.py). */
  private boolean isGuest(final Site site) {
    return client.ask(site, "frappe.auth.get_logged_user") instanceof final Reply.Answered answer
        && answer.status() == 403;
  }

  public Reply create(final Site site, final Post post) {
    return client.create(site, post.doctype(), post.document());
  }

  /**
   * Looks for the document by its reference: in the field of our own, which not every site has, or
   * else in another.
   *
   * @param field of the document that holds the reference, too
   */
  public Outcome find(final Effect effect, final String doctype, final String field) {
    return site(effect)
        .map(site -> find(effect, site, doctype, field))
        .orElseGet(() -> new Outcome.Later("sandbox", "It was not recorded.", null));
  }

  private Outcome find(
      final Effect effect, final Site site, final String doctype, final String field) {
    final String reference = effect.reference().value();
    final List<String> ours = List.of(Post.KEY, "=", reference);
    if (client.find(site, doctype, List.of(ours)) instanceof final Reply.Answered answer
        && answer.firstName().isPresent()) {
      return new Outcome.Done(answer.firstName().get());
    }
    final List<String> other = List.of(field, "like", "%" + reference + "%");
    return found(effect, client.find(site, doctype, List.of(other)));
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
