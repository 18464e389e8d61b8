package io.gatehouse.erpnext;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookProof;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.heartbeat.Heartbeat;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/**
 * Where Frappe's webhooks arrive. It sends no Content-Type of its own, so any is taken; who is
 * calling is proved by the signature over the bytes. An empty body comes as null, which the
 * framework only allows where its own annotation says so.
 */
@Controller
@Consumes(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {

  private final ProviderAccounts accounts;
  private final Intake intake;
  private final WebhookProof proof;
  private final Heartbeat heartbeat;

  WebhookController(
      final ProviderAccounts accounts,
      final Intake intake,
      final WebhookProof proof,
      final Heartbeat heartbeat) {
    this.accounts = accounts;
    this.intake = intake;
    this.proof = proof;
    this.heartbeat = heartbeat;
  }

  @Post(uris = {"/webhooks/erpnext", "/webhooks/erpnext/communication"})
  Answer document(
      @Header(WebhookSignature.HEADER) @Nullable final String signature,
      @Body @Nullable final byte[] body) {
    return receive(OrganizationId.DEFAULT, signature, body);
  }

  @Post(
      uris = {
        "/o/{organization}/webhooks/erpnext",
        "/o/{organization}/webhooks/erpnext/communication"
      })
  Answer documentOf(
      final String organization,
      @Header(WebhookSignature.HEADER) @Nullable final String signature,
      @Body @Nullable final byte[] body) {
    return receive(new OrganizationId(organization), signature, body);
  }

  private Answer receive(
      final OrganizationId organization,
      @Nullable final String signature,
      @Nullable final byte[] sent) {
    final byte[] body = sent == null ? new byte[0] : sent;
    final List<Secret> secrets = accounts.erpnext(organization).webhookSecrets();
    final Secret signer = proof.require(secrets, body, signature);
    heartbeat.heard(organization);
    return intake.receive(new Delivery(organization, body, signer));
  }
}
