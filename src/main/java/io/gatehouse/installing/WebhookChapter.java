package io.gatehouse.installing;

import io.gatehouse.base.Secret;
import io.gatehouse.installing.Step.State;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The webhooks. Version 14 names them itself (HOOK-0001), so they are known by what they are for
 * and where they lead; only the newest sites retry later, where the number of retries is a field.
 */
@Singleton
class WebhookChapter {

  static final String WEBHOOK = "Webhook";

  private static final String DOCTYPE = "webhook_doctype";
  private static final String EVENT = "webhook_docevent";
  private static final String URL = "request_url";
  private static final String NAME = "name";

  /** Under which these once had to be set up by hand. */
  private static final String FORMER = "/communication";

  private final Settler settler;

  WebhookChapter(final Settler settler) {
    this.settler = settler;
  }

  /** What the site's own description of a webhook says. */
  private record Kind(boolean named, Set<String> fields) {}

  List<Step> look(final Order order, final Optional<Secret> secret) {
    if (secret.isEmpty() && order.wish().apply() && !order.wish().remove()) {
      return List.of(Step.of(WEBHOOK, State.FAILED, Reasons.text("webhook_secret")));
    }
    try {
      return desired(order.desk(), order.webhook(), secret).stream()
          .map(wanted -> settler.settle(order, wanted))
          .toList();
    } catch (final SiteRefusal refused) {
      return List.of(Step.of(WEBHOOK, State.FAILED, refused.reason()));
    }
  }

  static List<Desired> desired(final Desk desk, final URI address, final Optional<Secret> secret) {
    final Kind kind = kind(desk);
    return Shipped.webhooks(address.toString()).stream()
        .map(shipped -> desired(shipped, kind, secret))
        .toList();
  }

  private static Kind kind(final Desk desk) {
    final JsonNode type =
        desk.read("DocType", WEBHOOK).orElseGet(() -> JsonNode.createObjectNode(Map.of()));
    final Set<String> fields = new TreeSet<>();
    final JsonNode described = type.get("fields");
    if (described != null && described.isArray()) {
      described.values().forEach(f -> Desired.text(f, "fieldname").forEach(fields::add));
    }
    return new Kind(Desired.text(type, "autoname").anyMatch("prompt"::equalsIgnoreCase), fields);
  }

  private static Desired desired(
      final Map<String, Object> shipped, final Kind kind, final Optional<Secret> secret) {
    final Map<String, Object> values = new LinkedHashMap<>(shipped);
    final String name = String.valueOf(values.remove(NAME));
    if (kind.fields().contains("max_retries")) {
      values.put("max_retries", Shipped.RETRIES);
    }
    return new Desired(
        WEBHOOK + " " + values.get(DOCTYPE) + " " + values.get(EVENT),
        WEBHOOK,
        values,
        kind.named() ? Map.of(NAME, name) : Map.of(),
        secret.<Map<String, Object>>map(s -> Map.of("webhook_secret", s.reveal())).orElse(Map.of()),
        List.of(DOCTYPE, EVENT),
        desk -> find(desk, values, name));
  }

  private static Optional<JsonNode> find(
      final Desk desk, final Map<String, Object> values, final String name) {
    final List<JsonNode> all =
        desk.list(
            WEBHOOK,
            List.of(NAME, DOCTYPE, EVENT, URL),
            List.of(List.of(DOCTYPE, "in", List.of("Comment", "Communication", "Issue"))));
    return all.stream()
        .filter(webhook -> sameUse(webhook, values))
        .findFirst()
        .or(() -> all.stream().filter(w -> Alike.same(name, w.get(NAME))).findFirst())
        .flatMap(webhook -> Desired.text(webhook, NAME).findFirst())
        .flatMap(found -> desk.read(WEBHOOK, found));
  }

  private static boolean sameUse(final JsonNode webhook, final Map<String, Object> values) {
    final Object url = values.get(URL);
    return Alike.same(values.get(DOCTYPE), webhook.get(DOCTYPE))
        && Alike.same(values.get(EVENT), webhook.get(EVENT))
        && (Alike.same(url, webhook.get(URL)) || Alike.same(url + FORMER, webhook.get(URL)));
  }

  /** The name of the webhook for Comments, which a delivery can be provoked with. */
  static Optional<String> ofComments(final Order order) {
    return Shipped.webhooks(order.webhook().toString()).stream()
        .filter(shipped -> "Comment".equals(shipped.get(DOCTYPE)))
        .findFirst()
        .flatMap(shipped -> find(order.desk(), shipped, String.valueOf(shipped.get(NAME))))
        .flatMap(found -> Desired.text(found, NAME).findFirst());
  }
}
