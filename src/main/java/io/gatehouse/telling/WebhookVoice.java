package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.inbox.ShownNotice;
import io.gatehouse.webhook.StandardSignature;
import io.gatehouse.webhook.WebhookClient;
import io.gatehouse.webhook.WebhookSecrets;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a program of the owner's by a POST signed as Standard Webhooks describes it. */
@Singleton
class WebhookVoice implements Teller.Voice {

  private final WebhookSecrets secrets;
  private final WebhookClient client;
  private final Wording wording;
  private final JsonMapper json;
  private final Clock clock;

  WebhookVoice(
      final WebhookSecrets secrets,
      final WebhookClient client,
      final Wording wording,
      final JsonMapper json,
      final Clock clock) {
    this.secrets = secrets;
    this.client = client;
    this.wording = wording;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Way way() {
    return Way.WEBHOOK;
  }

  @Override
  public Outcome tell(final Effect effect, final News news) {
    final List<WebhookSecrets.Key> keys = secrets.of(effect.organization());
    if (keys.isEmpty()) {
      return new Outcome.Refused(
          "no_secret", "Nothing to sign with: POST /api/owner/webhook-secret makes a secret.");
    }
    final URI address = news.settings().owner().webhook().orElseThrow();
    final byte[] body = body(news);
    return client.post(
        address, StandardSignature.of(effect.id(), clock.instant(), body, keys), body);
  }

  /** The same webhook-id says that it is the same news. */
  @Override
  public Outcome unsure(final Effect effect, final News news) {
    return new Outcome.Later("repeat", "Sent again under the same webhook-id.", null);
  }

  private byte[] body(final News news) {
    final Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "owner." + news.window().occasion().wire());
    body.put("timestamp", clock.instant().toString());
    body.put(
        "data",
        Map.of(
            "organization", news.window().organization().value(),
            "count", news.count(),
            "text", wording.summary(news),
            "notices", news.notices().stream().map(this::notice).toList()));
    try {
      return json.writeValueAsBytes(body);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Map<String, Object> notice(final ShownNotice notice) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", notice.id().toString());
    shown.put("kind", notice.kind());
    shown.put("text", notice.text());
    if (notice.eventId() != null) {
      shown.put("event_id", notice.eventId().toString());
    }
    shown.put("posted_at", notice.postedAt().toString());
    shown.put("link", wording.link(notice));
    return shown;
  }
}
