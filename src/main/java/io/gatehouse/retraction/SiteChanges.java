package io.gatehouse.retraction;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.Sandbox;
import io.gatehouse.frappe.Creation;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.PostingUser;
import io.gatehouse.frappe.Reply;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes documents on an organization's site, or in the sandbox while there is none. */
@Singleton
class SiteChanges {

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final PostingUser user;
  private final Sandbox sandbox;

  SiteChanges(
      final ProviderAccounts accounts,
      final FrappeClient client,
      final PostingUser user,
      final Sandbox sandbox) {
    this.accounts = accounts;
    this.client = client;
    this.user = user;
    this.sandbox = sandbox;
  }

  /** What a look at a document shows. */
  enum Sight {
    MADE,
    NOT_YET,
    /** There is no such document any more. */
    GONE,
    /** The site could not be asked. */
    UNSEEN
  }

  /** A document that is not there any more needs no change. */
  Outcome make(final Effect effect, final Change change) {
    return site(effect.organization())
        .map(site -> user.refusal(site).orElseGet(() -> outcome(change.make(client, site), change)))
        .orElseGet(() -> sandbox.record(effect, change.request()));
  }

  Sight look(final OrganizationId organization, final Change change) {
    return ask(organization, change::look).map(reply -> sight(reply, change)).orElse(Sight.UNSEEN);
  }

  /** What the site answers; empty when there is none. */
  Optional<Reply> ask(
      final OrganizationId organization, final BiFunction<FrappeClient, Site, Reply> question) {
    return site(organization).map(site -> question.apply(client, site));
  }

  private static Outcome outcome(final Reply reply, final Change change) {
    if (reply instanceof final Reply.Answered answer) {
      if (answer.status() < 300 && answer.body() != null) {
        return new Outcome.Done(change.done());
      }
      if (gone(answer) && !(change instanceof Change.Relink)) {
        return new Outcome.Done("gone");
      }
    }
    return Creation.outcome(reply, change.role());
  }

  private static Sight sight(final Reply reply, final Change change) {
    if (!(reply instanceof final Reply.Answered answer)) {
      return Sight.UNSEEN;
    }
    return answer
        .document()
        .map(document -> change.madeIn(document) ? Sight.MADE : Sight.NOT_YET)
        .orElseGet(() -> gone(answer) ? Sight.GONE : Sight.UNSEEN);
  }

  /** A site's own word for it; a proxy that knows no site answers 404 as well. */
  private static boolean gone(final Reply.Answered answer) {
    return answer.status() == 404 && answer.excType().equals("DoesNotExistError");
  }

  private Optional<Site> site(final OrganizationId organization) {
    return accounts.erpnext(organization).site();
  }
}
