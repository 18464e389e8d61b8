package io.gatehouse.erpnext;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.testkit.Api;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends webhooks as Frappe does: a signature, and no Content-Type. */
@Singleton
public final class Webhooks {

  static final String PATH = "/webhooks/erpnext/communication";

  /** Where any document may be sent. */
  static final String ANY = "/webhooks/erpnext";

  private final Api api;
  private final ProviderAccounts accounts;

  Webhooks(final Api api, final ProviderAccounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  public HttpResponse<String> send(final String body) {
    return api.send(signed(PATH, bytes(body)));
  }

  HttpResponse<String> send(final byte[] body) {
    return api.send(signed(PATH, body));
  }

  HttpResponse<String> sendAs(final String contentType, final String body) {
    return api.send(signed(PATH, bytes(body)).header("Content-Type", contentType));
  }

  HttpResponse<String> sendWith(final String signature, final String body) {
    return api.send(unsigned(PATH, bytes(body)).header(WebhookSignature.HEADER, signature));
  }

  HttpResponse<String> sendUnsigned(final String path, final String body) {
    return api.send(unsigned(path, bytes(body)));
  }

  HttpRequest.Builder signed(final String path, final byte[] body) {
    final Secret secret = accounts.erpnext(OrganizationId.DEFAULT).webhookSecrets().getFirst();
    return unsigned(path, body).header(WebhookSignature.HEADER, signature(secret, body));
  }

  static String signature(final Secret secret, final byte[] body) {
    return Base64.getEncoder().encodeToString(WebhookSignature.hmac(secret, body));
  }

  HttpRequest.Builder unsigned(final String path, final byte[] body) {
    return api.request(path).POST(BodyPublishers.ofByteArray(body));
  }

  static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
