package io.gatehouse.lookup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Fields;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Listing;
import io.gatehouse.frappe.Reply;
import io.gatehouse.frappe.Reply.Answered;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round of questions to a site. A site that is away answers nothing more, and the round counts
 * for nothing; a refusal costs only what was asked for.
 */
final class Errand {

  private static final int FIRST_ERROR = 300;
  private static final int FIRST_FAULT = 500;
  private static final int TOO_MANY = 429;

  private final FrappeClient client;
  private final Site site;
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private @Nullable Outcome away;

  Errand(final FrappeClient client, final Site site) {
    this.client = client;
    this.site = site;
  }

  /** A document, empty when the site has none or does not show it. */
  Optional<Fields> document(final String doctype, final String name) {
    return away != null
        ? Optional.empty()
        : answer(doctype, client.read(site, doctype, name))
            .flatMap(Answered::document)
            .map(Fields::new);
  }

  List<Fields> documents(final String doctype, final Listing listing) {
    return away != null
        ? List.of()
        : answer(doctype, client.list(site, doctype, listing)).stream()
            .flatMap(answer -> answer.documents().stream())
            .map(Fields::new)
            .toList();
  }

  /** What to do instead, when the site could not be asked. */
  Optional<Outcome> away() {
    return Optional.ofNullable(away);
  }

  /** The types of document that were refused, each with a stable code. */
  Map<String, String> refusals() {
    return refusals;
  }

  private Optional<Answered> answer(final String doctype, final Reply reply) {
    return switch (reply) {
      case Reply.Unreached unreached -> later("unreached", unreached.cause(), null);
      case Reply.Lost lost -> later("lost", lost.cause(), null);
      case Answered answered -> answer(doctype, answered);
    };
  }

  private Optional<Answered> answer(final String doctype, final Answered answer) {
    final int status = answer.status();
    if (status < FIRST_ERROR) {
      return Optional.of(answer);
    }
    if (status >= FIRST_FAULT || status == TOO_MANY) {
      return later("http_" + status, "The site could not answer.", answer.retryAfter());
    }
    refusals.put(doctype, answer.excType().isEmpty() ? "http_" + status : answer.excType());
    return Optional.empty();
  }

  private Optional<Answered> later(
      final String code, final String reason, final @Nullable Duration after) {
    away = new Outcome.Later(code, reason, after);
    return Optional.empty();
  }
}
