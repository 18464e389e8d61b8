package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.fixture.FrappeJson;
import io.gatehouse.fixture.Request.Serialisation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One Webhook document at work.
 *
 * @param template Jinja as far as {@code {{ doc.field | tojson }}} goes; "" for the whole document
 */
record Hook(
    String url, String secret, String doctype, String event, String condition, String template) {

  private static final Pattern VALUE =
      Pattern.compile("\\{\\{\\s*doc(?:\\.(\\w+))?\\s*\\|\\s*(?:tojson|json)\\s*}}");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "doc\\.(?:get\\([\"'](\\w+)[\"']\\)|(\\w+))\\s*([!=]=)\\s*[\"']([^\"']*)[\"']");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Hook of(final JsonNode document) {
    return new Hook(
        text(document, "request_url"),
        text(document, "enable_security").equals("1") ? text(document, "webhook_secret") : "",
        text(document, "webhook_doctype"),
        text(document, "webhook_docevent"),
        text(document, "condition"),
        text(document, "webhook_json"));
  }

  boolean fires(final JsonNode document, final String happened) {
    return text(document, "doctype").equals(doctype) && event.equals(happened) && fits(document);
  }

  /** Conditions of comparisons alone; whatever else stands in one is taken for true. */
  private boolean fits(final JsonNode document) {
    final Matcher clause = CLAUSE.matcher(condition);
    boolean fits = true;
    while (clause.find()) {
      final String field = clause.group(1) == null ? clause.group(2) : clause.group(1);
      final boolean equal = text(document, field).equals(clause.group(4));
      fits &= equal == clause.group(3).equals("==");
    }
    return fits;
  }

  HttpRequest request(final ObjectNode document, final Serialisation serialisation) {
    final byte[] body =
        FrappeJson.write(rendered(document), serialisation).getBytes(StandardCharsets.UTF_8);
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("User-Agent", "python-requests/2.32.3")
            .POST(BodyPublishers.ofByteArray(body));
    return secret.isEmpty()
        ? request.build()
        : request.header("X-Frappe-Webhook-Signature", signature(body)).build();
  }

  private JsonNode rendered(final ObjectNode document) {
    if (template.isEmpty()) {
      return document;
    }
    final Matcher value = VALUE.matcher(template);
    final StringBuilder rendered = new StringBuilder();
    while (value.find()) {
      final JsonNode shown = value.group(1) == null ? document : document.path(value.group(1));
      final String json = shown.isMissingNode() ? "null" : Json.write(shown);
      value.appendReplacement(rendered, Matcher.quoteReplacement(json));
    }
    return Json.read(value.appendTail(rendered).toString());
  }

  private String signature(final byte[] body) {
    try {
      final Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String text(final JsonNode document, final String field) {
    final JsonNode value = document.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }
}
