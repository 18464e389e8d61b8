package io.gatehouse.site;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Somebody the site knows, with all addresses it has of them.
 *
 * @param role of the Issue: {@code client}, {@code provider} or {@code staff}; "" for an author the
 *     site was asked of and does not know
 * @param emails in lower case
 * @param phones as the site has them
 */
@Serdeable
public record OnFile(String role, String name, List<String> emails, List<String> phones) {

  public OnFile {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
  }
}
