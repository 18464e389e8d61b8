package io.gatehouse.retraction;

import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.frappe.Listing;
import io.gatehouse.frappe.Reply;
import io.gatehouse.message.Content;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.SiteDocument;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Issue that is raised on the portal or by e-mail says everything twice: in its description and
 * in a Communication of its own. Hiding one of them would hide nothing.
 */
@Singleton
class Twins {

  /** A thread's first message is among its first Communications. */
  private static final int FIRST = 20;

  private final SiteChanges site;

  Twins(final SiteChanges site) {
    this.site = site;
  }

  List<SiteDocument> of(final MessageEvent event, final Retraction row) {
    final String words = words(event.content());
    return switch (row.doctype()) {
      case "Issue" -> communications(event, row.issue(), words);
      case "Communication" -> description(event, row.issue(), words);
      default -> List.of();
    };
  }

  private List<SiteDocument> description(
      final MessageEvent event, final String issue, final String words) {
    return site
        .ask(event.origin().organization(), (client, at) -> client.read(at, "Issue", issue))
        .flatMap(Twins::document)
        .filter(document -> says(document, "description", words))
        .map(document -> new SiteDocument("Issue", issue, issue))
        .stream()
        .toList();
  }

  private List<SiteDocument> communications(
      final MessageEvent event, final String issue, final String words) {
    final Listing first =
        new Listing(
            List.of("name", "content"),
            List.of(
                List.of("reference_doctype", "=", "Issue"), List.of("reference_name", "=", issue)),
            "creation asc",
            0,
            FIRST);
    return site
        .ask(event.origin().organization(), (client, at) -> client.list(at, "Communication", first))
        .stream()
        .flatMap(Twins::documents)
        .filter(document -> says(document, "content", words))
        .map(document -> new SiteDocument("Communication", text(document, "name"), issue))
        .toList();
  }

  private static Optional<JsonNode> document(final Reply reply) {
    return reply instanceof final Reply.Answered answer ? answer.document() : Optional.empty();
  }

  private static Stream<JsonNode> documents(final Reply reply) {
    return reply instanceof final Reply.Answered answer
        ? answer.documents().stream()
        : Stream.empty();
  }

  private static boolean says(final JsonNode document, final String field, final String words) {
    return !words.isEmpty() && Words.of(text(document, field)).equals(words);
  }

  private static String text(final JsonNode document, final String field) {
    final JsonNode value = document.get(field);
    return value != null && value.isString() ? value.getStringValue() : "";
  }

  private static String words(final Content content) {
    return content.format() == Format.HTML
        ? Words.of(content.text())
        : Words.squeezed(content.text());
  }
}
