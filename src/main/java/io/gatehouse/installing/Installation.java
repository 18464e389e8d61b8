package io.gatehouse.installing;

import io.gatehouse.installing.Step.State;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that a site needs. The key comes before the webhooks, because a new
 * organization's webhook secret is made with its account; when removing, webhooks go first, so that
 * the site stops calling at once.
 */
@Singleton
class Installation {

  private final SiteChapter site;
  private final DocumentChapter documents;
  private final UserChapter user;
  private final KeyChapter key;
  private final WebhookChapter webhooks;
  private final DeliveryChapter delivery;

  Installation(
      final SiteChapter site,
      final DocumentChapter documents,
      final UserChapter user,
      final KeyChapter key,
      final WebhookChapter webhooks,
      final DeliveryChapter delivery) {
    this.site = site;
    this.documents = documents;
    this.user = user;
    this.key = key;
    this.webhooks = webhooks;
    this.delivery = delivery;
  }

  /**
   * What was found on a site, and done.
   *
   * @param done whether nothing is left to be done
   * @param credentials told this once, where the gateway must be started with them
   */
  @Serdeable
  record Report(
      String site,
      String user,
      String webhook,
      boolean done,
      List<Step> steps,
      KeyChapter.@Nullable Credentials credentials) {}

  Report run(final Order order) {
    final List<Step> steps = new ArrayList<>(site.look(order));
    if (steps.stream().anyMatch(step -> step.is(State.FAILED))) {
      return report(order, steps, null);
    }
    if (order.wish().remove()) {
      steps.addAll(webhooks.look(order, key.webhookSecret(order)));
      steps.add(user.look(order));
      steps.addAll(documents.fields(order));
      return report(order, steps, null);
    }
    return installed(order, steps);
  }

  private Report installed(final Order order, final List<Step> steps) {
    steps.addAll(documents.types(order));
    steps.addAll(documents.fields(order));
    final Step made = user.look(order);
    steps.add(made);
    final KeyChapter.@Nullable Result held = made.is(State.FAILED) ? null : key.look(order);
    if (held != null) {
      steps.add(held.step());
    }
    final List<Step> hooks = webhooks.look(order, key.webhookSecret(order));
    steps.addAll(hooks);
    if (hooks.stream().noneMatch(step -> step.is(State.FAILED))) {
      steps.add(delivery.look(order, hooks.stream().anyMatch(step -> step.is(State.SET))));
    }
    return report(order, steps, held == null ? null : held.credentials());
  }

  private static Report report(
      final Order order,
      final List<Step> steps,
      final KeyChapter.@Nullable Credentials credentials) {
    return new Report(
        order.site().url().toString(),
        order.user(),
        order.webhook().toString(),
        done(order, steps),
        List.copyOf(steps),
        credentials);
  }

  /** A removal that is only planned has something left to do where something is there. */
  private static boolean done(final Order order, final List<Step> steps) {
    final boolean planned = order.wish().remove() && !order.wish().apply();
    return steps.stream()
        .allMatch(step -> State.valueOf(step.state().toUpperCase(Locale.ROOT)).good() && !planned);
  }
}
