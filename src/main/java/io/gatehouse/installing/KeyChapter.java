package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount;
import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.PostingUser;
import io.gatehouse.installing.Step.State;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dedicated user's key, and how the gateway gets to hold it. */
@Singleton
class KeyChapter {

  private static final String WHAT = "API key";
  private static final String API_KEY = "api_key";
  private static final String API_SECRET = "api_secret";

  private final ProviderAccounts accounts;
  private final PostingUser poster;

  KeyChapter(final ProviderAccounts accounts, final PostingUser poster) {
    this.accounts = accounts;
    this.poster = poster;
  }

  /**
   * What {@code default}'s gateway has to be started with; told this once and kept nowhere.
   *
   * @param apiSecret replaces the one before it
   */
  @Serdeable
  record Credentials(String url, String apiKey, String apiSecret) {}

  record Result(Step step, @Nullable Credentials credentials) {}

  Result look(final Order order) {
    try {
      final Optional<Site> held = held(order);
      if (held.isPresent() && !sameSite(held.get(), order.site())) {
        return only(State.FAILED, Reasons.text("key_elsewhere", held.get().url()));
      }
      return held.flatMap(site -> ofHeld(order, site)).orElseGet(() -> missing(order));
    } catch (final SiteRefusal refused) {
      return only(State.FAILED, refused.reason());
    }
  }

  private Optional<Site> held(final Order order) {
    return accounts.erpnext(order.by().organization()).site();
  }

  static boolean sameSite(final Site one, final Site other) {
    return one.url().getHost().equalsIgnoreCase(other.url().getHost())
        && one.url().getPort() == other.url().getPort();
  }

  /** Empty when the gateway holds another user's key. */
  private Optional<Result> ofHeld(final Order order, final Site site) {
    final Optional<PostingUser.Who> who = poster.who(site);
    if (who.isEmpty()) {
      return order.wish().newKey()
          ? Optional.empty()
          : Optional.of(only(State.FAILED, Reasons.text("key_unknown", site.url())));
    }
    final String user = who.get().user();
    if (user.equalsIgnoreCase(order.user())) {
      return Optional.of(only(State.PRESENT, ""));
    }
    return order.wish().apply()
        ? Optional.empty()
        : Optional.of(only(State.DIFFERS, Reasons.text("key_other", user)));
  }

  private Result missing(final Order order) {
    final Optional<JsonNode> user = order.desk().read(UserChapter.USER, order.user());
    final boolean byHand = order.by().organization().equals(OrganizationId.DEFAULT);
    final boolean has =
        user.stream().flatMap(u -> Desired.text(u, API_KEY)).anyMatch(k -> !k.isBlank());
    if (byHand && has && !order.wish().newKey()) {
      return only(State.NOTE, Reasons.text("key_env"));
    }
    if (!order.wish().apply() || user.isEmpty()) {
      return only(State.MISSING, Reasons.text("key_none"));
    }
    final Credentials made = make(order);
    return byHand
        ? new Result(Step.of(WHAT, State.SET, Reasons.text("key_shown")), made)
        : kept(order, made);
  }

  /** Frappe tells the secret in its answer and never again; the key stands in the document. */
  private static Credentials make(final Order order) {
    final Desk desk = order.desk();
    final JsonNode made =
        desk.call("frappe.core.doctype.user.user.generate_keys", Map.of("user", order.user()));
    final String secret = Desired.text(made, API_SECRET).findFirst().orElse("");
    final String key =
        desk.read(UserChapter.USER, order.user()).stream()
            .flatMap(user -> Desired.text(user, API_KEY))
            .findFirst()
            .orElse("");
    return new Credentials(order.site().url().toString(), key, secret);
  }

  private Result kept(final Order order, final Credentials made) {
    final JsonNode account =
        JsonNode.createObjectNode(
            Map.of(
                "url",
                JsonNode.createStringNode(made.url()),
                API_KEY,
                JsonNode.createStringNode(made.apiKey()),
                API_SECRET,
                JsonNode.createStringNode(made.apiSecret())));
    accounts.changeErpnext(order.by(), order.by().organization(), account);
    return only(State.SET, Reasons.text("key_sealed"));
  }

  /** What the site shall sign with; the account of a new organization has none yet. */
  Optional<Secret> webhookSecret(final Order order) {
    final ErpnextAccount account = accounts.erpnext(order.by().organization());
    return account.webhookSecrets().stream().findFirst();
  }

  private static Result only(final State state, final String reason) {
    return new Result(Step.of(WHAT, state, reason), null);
  }
}
