package io.gatehouse.frappe;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.effects.Outcome;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who the gateway is on a site. It posts only as a user made for it: a person's key would let what
 * we write pass for that person's words, may more than is needed, and stops working when the person
 * leaves. A person shows by roles that the gateway has no use for.
 *
 * <p>What is certain is kept for ten minutes; who it is that cannot be asked is nobody's person,
 * and asked again a minute later.
 */
@Singleton
public final class PostingUser {

  /**
   * What it takes to read Issues and Contacts, to list e-mails, to post, and to take back what is
   * hidden (Frappe's permissions of Communication, Comment, Contact; ERPNext's of Issue).
   */
  public static final Set<String> ROLES =
      Set.of(
          "Support Team", "Inbox User", "Website Manager", "Super Email User", "Maintenance User");

  /** A site's own role for the gateway, whatever it permits, is called so. */
  private static final String OWN = "Gatehouse";

  /** Everybody has these without being given them. */
  private static final Set<String> AUTOMATIC = Set.of("All", "Guest", "Desk User");

  /** The code of the refusal. */
  static final String PERSON_KEY = "person_key";

  private static final String ADMINISTRATOR = "Administrator";
  private static final Duration CERTAIN = Duration.ofMinutes(10);
  private static final Duration UNCERTAIN = Duration.ofMinutes(1);

  private final Map<Site, Known> known = new ConcurrentHashMap<>();
  private final FrappeClient client;
  private final Clock clock;

  PostingUser(final FrappeClient client, final Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Who is behind a key.
   *
   * @param roles those given; empty when the site does not say
   */
  public record Who(String user, Optional<Set<String>> roles) {

    /** Roles that the gateway has no use for; those a site made for it are none. */
    public Set<String> tooMuch() {
      final Set<String> more = new TreeSet<>(roles.orElse(Set.of()));
      more.removeAll(ROLES);
      more.removeIf(role -> role.startsWith(OWN));
      return more;
    }

    /** Whether the gateway must not write as this one. */
    public boolean person() {
      return user.equals(ADMINISTRATOR) || !tooMuch().isEmpty();
    }
  }

  private record Known(Optional<Who> who, Instant until) {}

  /** Why nothing may be posted with the site's key, empty when it may. */
  public Optional<Outcome> refusal(final Site site) {
    final Instant now = clock.instant();
    final Known last = known.get(site);
    final Known current = last == null || !now.isBefore(last.until()) ? ask(site, now) : last;
    known.put(site, current);
    return current.who().filter(Who::person).map(PostingUser::refused);
  }

  private static Outcome refused(final Who who) {
    return new Outcome.Stopped(
        PERSON_KEY,
        "ERPNEXT_API_KEY belongs to "
            + who.user()
            + ", who is no user of the gateway alone: gatehouse connect erpnext makes one with the"
            + " few roles it needs.");
  }

  private Known ask(final Site site, final Instant now) {
    final Optional<Who> who = who(site);
    final boolean certain = who.flatMap(Who::roles).isPresent();
    return new Known(who, now.plus(certain ? CERTAIN : UNCERTAIN));
  }

  /** Asks the site; empty when it does not say. */
  public Optional<Who> who(final Site site) {
    return message(client.ask(site, "frappe.auth.get_logged_user"))
        .filter(JsonNode::isString)
        .map(JsonNode::getStringValue)
        .map(
            user ->
                new Who(
                    user, message(client.ask(site, rolesOf(user))).flatMap(PostingUser::names)));
  }

  /** The method that tells a user's roles. */
  public static String rolesOf(final String user) {
    return "frappe.core.doctype.user.user.get_roles?uid="
        + URLEncoder.encode(user, StandardCharsets.UTF_8);
  }

  /** The names of a list of roles, but for those everybody has; empty when it is no list. */
  public static Optional<Set<String>> names(final JsonNode roles) {
    if (!roles.isArray()) {
      return Optional.empty();
    }
    final Set<String> names = new TreeSet<>();
    roles.values().forEach(role -> names.add(role.coerceStringValue()));
    names.removeAll(AUTOMATIC);
    return Optional.of(names);
  }

  private static Optional<JsonNode> message(final Reply reply) {
    return reply instanceof final Reply.Answered answer && answer.status() == 200
        ? answer.message()
        : Optional.empty();
  }
}
