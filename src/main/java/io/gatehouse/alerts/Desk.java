package io.gatehouse.alerts;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Creation;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Reply;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Looks at an alert's Issue and changes it. Whatever is done here may be done again. */
@Singleton
final class Desk {

  private final FrappeClient client;

  Desk(final FrappeClient client) {
    this.client = client;
  }

  /** What became of an Issue. */
  sealed interface Sight {

    record Open() implements Sight {}

    /** Somebody closed or resolved it. */
    record Ended() implements Sight {}

    record Gone() implements Sight {}

    /** Nobody can say now. */
    record Unseen(Outcome why) implements Sight {}
  }

  Sight look(final Site site, final String issue) {
    final Reply reply = client.read(site, AlertIssue.DOCTYPE, issue);
    if (reply instanceof final Reply.Answered answer) {
      if (answer.status() == 404) {
        return new Sight.Gone();
      }
      final Optional<String> status = answer.document().map(Desk::status);
      if (answer.status() < 300 && status.isPresent()) {
        return ended(status.get()) ? new Sight.Ended() : new Sight.Open();
      }
    }
    return new Sight.Unseen(harmless(Creation.outcome(reply, AlertIssue.ROLE)));
  }

  /** S1.32. Where the site has no such priority the alert stays as it is. */
  Outcome raise(final Site site, final String issue) {
    final Reply reply =
        client.update(
            site, AlertIssue.DOCTYPE, issue, Map.of(AlertIssue.PRIORITY, AlertIssue.HIGH));
    return Creation.linkMissing(reply)
        ? new Outcome.Done(issue)
        : harmless(Creation.outcome(reply, AlertIssue.ROLE));
  }

  Outcome close(final Site site, final String issue) {
    return harmless(
        Creation.outcome(
            client.update(site, AlertIssue.DOCTYPE, issue, Map.of("status", "Closed")),
            AlertIssue.ROLE));
  }

  /** Asked or set twice is the same, so an answer that never came is no reason to look for it. */
  private static Outcome harmless(final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unknown unknown -> new Outcome.Later("unanswered", unknown.cause(), null);
      case Outcome.Done done -> done;
      case Outcome.Refused refused -> refused;
      case Outcome.Later later -> later;
      case Outcome.Stopped stopped -> stopped;
      case Outcome.Wait wait -> wait;
    };
  }

  private static String status(final JsonNode issue) {
    final JsonNode status = issue.get("status");
    return status != null && status.isString() ? status.getStringValue() : "";
  }

  private static boolean ended(final String status) {
    return status.equals("Closed") || status.equals("Resolved");
  }
}
