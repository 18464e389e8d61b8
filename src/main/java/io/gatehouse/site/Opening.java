package io.gatehouse.site;

import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What an Issue's thread begins with. Its description comes back as a Communication when it was
 * raised on the portal or by e-mail, in other markup; so it is known by what people see and where
 * its links lead. Keyed, so that nobody who reads a digest can try what the text was.
 */
public final class Opening {

  private static final byte[] PURPOSE = "opening\n".getBytes(StandardCharsets.UTF_8);

  private Opening() {}

  public static String digest(final Secret secret, final String issue, final String html) {
    final byte[] words = (issue + "\n" + seen(html)).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(WebhookSignature.hmac(secret, PURPOSE, words));
  }

  private static String seen(final String html) {
    final Document document = Jsoup.parse(html);
    return document.text().replaceAll("\\s+", "")
        + document.select("[href]").eachAttr("href").stream().collect(Collectors.joining("\n"));
  }
}
