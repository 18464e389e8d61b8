package io.gatehouse.erpnext;

import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.erpnext.Payload.About;
import io.gatehouse.erpnext.Payload.Comment;
import io.gatehouse.erpnext.Payload.Comment.Visibility;
import io.gatehouse.erpnext.Payload.Communication;
import io.gatehouse.erpnext.Payload.Flat;
import io.gatehouse.erpnext.Payload.Head;
import io.gatehouse.erpnext.Payload.Issue;
import io.gatehouse.erpnext.Payload.Marks;
import io.gatehouse.erpnext.Payload.Other;
import io.gatehouse.frappe.Fields;
import io.gatehouse.frappe.StrictJson;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells the four shapes apart and reads them. What a webhook sends is chosen by whoever set it up:
 * the whole document, a table of some fields, or a template of its own; so the fields decide.
 */
final class PayloadReader {

  private PayloadReader() {}

  /**
   * @throws Problem 400 saying what is wrong with the body
   */
  static Payload read(final byte[] body) {
    final Fields fields = new Fields(StrictJson.object(body));
    return switch (fields.name("doctype")) {
      case "Communication" -> communication(fields);
      case "Comment" -> comment(fields);
      case "Issue" -> new Issue(fields);
      case "" -> byFields(fields);
      case String other -> new Other(other);
    };
  }

  private static Payload byFields(final Fields fields) {
    if (any(fields, "message_text", "issue_reference", "sender_email", "sender_type")) {
      return flat(fields);
    }
    if (any(fields, "communication_type", "sent_or_received", "communication_medium")) {
      return communication(fields);
    }
    if (any(fields, "comment_type", "comment_email", "comment_by")) {
      return comment(fields);
    }
    if (any(fields, "raised_by", "via_customer_portal", "opening_date")) {
      return new Issue(fields);
    }
    throw Problem.badRequest(
        "unknown_payload",
        "The body is neither a Communication, a Comment or an Issue, nor an object with"
            + " \"message_text\"; check which fields the webhook sends.");
  }

  private static boolean any(final Fields fields, final String... names) {
    return Stream.of(names).anyMatch(fields::has);
  }

  private static Flat flat(final Fields fields) {
    final String name = fields.name("name");
    return new Flat(
        name.isEmpty() ? fields.name("communication") : name,
        fields.name("issue_reference"),
        fields.text("message_text"),
        new Flat.Sender(role(fields.name("sender_type")), fields.address("sender_email")),
        new Flat.Parties(fields.address("client_email"), fields.address("advisor_email")),
        new Known(
            fields.texts("whitelisted_emails"),
            fields.texts("whitelisted_phones"),
            Set.of(),
            Set.of()),
        marks(fields, ""));
  }

  private static Role role(final String type) {
    return switch (type) {
      case "client", "" -> Role.CLIENT;
      case "advisor" -> Role.PROVIDER;
      default -> throw Fields.wrong("sender_type", "\"client\" or \"advisor\"");
    };
  }

  private static Communication communication(final Fields fields) {
    return new Communication(
        head(fields, "communication_type", "sender", ""),
        sent(fields.name("sent_or_received")),
        fields.text("content"));
  }

  /** Frappe makes an empty one Sent. */
  private static boolean sent(final String direction) {
    return switch (direction) {
      case "Sent", "" -> true;
      case "Received" -> false;
      default -> throw Fields.wrong("sent_or_received", "\"Sent\" or \"Received\"");
    };
  }

  private static Comment comment(final Fields fields) {
    return new Comment(
        head(fields, "comment_type", "comment_email", fields.text("subject").strip()),
        fields
            .check("published")
            .map(shown -> shown ? Visibility.PUBLISHED : Visibility.INTERNAL)
            .orElse(Visibility.UNTOLD),
        fields.text("content"));
  }

  private static Head head(
      final Fields fields, final String type, final String author, final String reference) {
    final String address = fields.address(author);
    return new Head(
        fields.name("name"),
        fields.name(type),
        new About(fields.name("reference_doctype"), fields.name("reference_name")),
        address.isEmpty() ? fields.address("owner") : address,
        marks(fields, reference));
  }

  private static Marks marks(final Fields fields, final String reference) {
    final String key = fields.name("custom_gateway_key");
    return new Marks(
        fields.address("owner"),
        key.isEmpty() ? reference : key,
        fields.name("issue_type"),
        fields.name("project"),
        fields.name("creation"));
  }
}
