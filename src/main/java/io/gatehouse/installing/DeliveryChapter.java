package io.gatehouse.installing;

import io.gatehouse.frappe.Arrivals;
import io.gatehouse.frappe.Arrivals.Arrival;
import io.gatehouse.installing.Step.State;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees a webhook arrive. A comment on the webhook's own document, which nobody but administrators
 * sees, fires it; the gateway ignores what is said about anything but an Issue. The comment is
 * deleted afterwards.
 */
@Singleton
class DeliveryChapter {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String WHAT = "signed delivery";
  private static final String COMMENT = "Comment";
  private static final String LOG = "Webhook Request Log";
  private static final int WORD_BYTES = 12;
  private static final int LONGEST = 200;

  private final Arrivals arrivals;
  private final Clock clock;
  private final Duration patience;

  /**
   * @param patience Frappe's workers take a job within seconds; its own retries end after 12
   */
  DeliveryChapter(
      final Arrivals arrivals,
      final Clock clock,
      @Value("${gatehouse.erpnext.delivery-within:30s}") final Duration patience) {
    this.arrivals = arrivals;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * @param written whether anything about the webhooks was
   */
  Step look(final Order order, final boolean written) {
    if (!order.wish().apply()) {
      return Step.of(WHAT, State.NOTE, Reasons.text("not_verified_plan"));
    }
    if (!written && !order.wish().verify()) {
      return Step.of(WHAT, State.NOTE, Reasons.text("not_verified"));
    }
    try {
      return WebhookChapter.ofComments(order)
          .map(webhook -> provoked(order.desk(), webhook))
          .orElse(Step.of(WHAT, State.MISSING));
    } catch (final SiteRefusal refused) {
      return Step.of(WHAT, State.FAILED, refused.reason());
    }
  }

  private Step provoked(final Desk desk, final String webhook) {
    final byte[] random = new byte[WORD_BYTES];
    RANDOM.nextBytes(random);
    final String word = "gatehouse" + HexFormat.of().formatHex(random);
    try (Arrivals.Watch watch = arrivals.watch(word)) {
      final Instant start = clock.instant();
      final String comment = desk.create(COMMENT, comment(webhook, word));
      final Step step = step(desk, comment, webhook, watch.await(patience), start);
      return cleaned(desk, comment, step);
    }
  }

  private static Map<String, Object> comment(final String webhook, final String word) {
    return Map.of(
        "comment_type",
        COMMENT,
        "reference_doctype",
        WebhookChapter.WEBHOOK,
        "reference_name",
        webhook,
        "published",
        0,
        "content",
        "Gatehouse looks whether this webhook arrives: " + word);
  }

  private Step step(
      final Desk desk,
      final String comment,
      final String webhook,
      final Arrival arrival,
      final Instant start) {
    final long millis = Duration.between(start, clock.instant()).toMillis();
    return switch (arrival) {
      case PROVED -> Step.of(WHAT, State.PRESENT, Reasons.text("delivered", millis));
      case WRONG_SIGNATURE -> Step.of(WHAT, State.FAILED, Reasons.text("wrong_signature"));
      case NONE ->
          logged(desk, comment)
              .orElseGet(
                  () ->
                      Step.of(
                          WHAT,
                          State.FAILED,
                          Reasons.text("not_delivered", patience.toSeconds(), webhook)));
    };
  }

  /** Another instance may have taken it, or the site could not: its own log knows. */
  private static Optional<Step> logged(final Desk desk, final String comment) {
    try {
      return desk
          .list(LOG, List.of("error"), List.of(List.of("reference_document", "=", comment)))
          .stream()
          .findFirst()
          .map(DeliveryChapter::logged);
    } catch (final SiteRefusal unreadable) {
      return Optional.empty();
    }
  }

  private static Step logged(final JsonNode row) {
    final String error = Desired.text(row, "error").findFirst().orElse("").strip();
    final String last = error.substring(error.lastIndexOf('\n') + 1);
    return error.isEmpty()
        ? Step.of(WHAT, State.PRESENT)
        : Step.of(
            WHAT,
            State.FAILED,
            Reasons.text("not_delivered_log", last.substring(0, Math.min(last.length(), LONGEST))));
  }

  private static Step cleaned(final Desk desk, final String comment, final Step step) {
    try {
      desk.delete(COMMENT, comment);
      return step;
    } catch (final SiteRefusal left) {
      return new Step(
          step.what(), step.state(), step.reason() + " " + Reasons.text("uncleaned", comment));
    }
  }
}
