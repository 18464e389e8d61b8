package io.gatehouse.erpnext;

import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.erpnext.Payload.Comment;
import io.gatehouse.erpnext.Payload.Communication;
import io.gatehouse.erpnext.Payload.Flat;
import io.gatehouse.erpnext.Payload.Head;
import io.gatehouse.erpnext.Payload.Other;
import io.gatehouse.message.Content;
import io.gatehouse.site.IssueDocument;
import io.gatehouse.site.IssueFacts;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes letters of payloads, and says which documents are none. */
final class Letters {

  static final String COMMUNICATION = "communication";
  static final String COMMENT = "comment";
  static final String ISSUE = "issue";

  /**
   * A tag or a character reference. Flat text comes out of a Communication's content, which is
   * HTML, or out of somewhere else, where either hardly ever occurs.
   */
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z][^<>]{0,1000}>|&(?:#[0-9]{1,7}|#[xX]\\p{XDigit}{1,6}|[a-zA-Z]{2,8});");

  private Letters() {}

  /** What a payload comes to: a message of a client-provider thread, or nothing to screen. */
  sealed interface Reading permits Letter, Ignored {}

  /**
   * Answered with 200, so that Frappe does not send it again; leaves no row.
   *
   * @param why stable, snake_case
   */
  record Ignored(String why) implements Reading {}

  static Reading read(final Payload.Message payload) {
    return switch (payload) {
      case Flat flat -> letter(flat);
      case Communication document -> read(document);
      case Comment document -> read(document);
      case Other other -> new Ignored("other_doctype");
    };
  }

  /** The flat payload names everybody itself; an author without an address is his side's. */
  private static Letter letter(final Flat flat) {
    final boolean byClient = flat.sender().role() == Role.CLIENT;
    final String side = byClient ? flat.parties().client() : flat.parties().advisor();
    final var author = new Letter.Author(flat.sender().role(), either(flat.sender().email(), side));
    return new Letter(
        Letter.Id.of(COMMUNICATION, flat.name()),
        flat.issue(),
        author,
        Optional.empty(),
        new Content(flat.text(), format(flat.text())),
        new Letter.Told(
            either(flat.parties().client(), byClient ? author.address() : ""),
            either(flat.parties().advisor(), byClient ? "" : author.address()),
            flat.also()),
        flat.marks());
  }

  private static String either(final String first, final String second) {
    return first.isEmpty() ? second : first;
  }

  static Format format(final String text) {
    return MARKUP.matcher(text).find() ? Format.HTML : Format.PLAIN;
  }

  private static Reading read(final Communication document) {
    final Head head = document.head();
    if (!isOf(head, "Communication")) {
      return new Ignored("communication_type");
    }
    final var direction = document.sent() ? Direction.OUTBOUND : Direction.INBOUND;
    final var presumed = document.sent() ? Role.PROVIDER : Role.CLIENT;
    return inThread(
        Letter.Id.of(COMMUNICATION, head.name()),
        head,
        presumed,
        Optional.of(direction),
        document.content());
  }

  /**
   * A customer's reply on the portal is published when it is saved; a colleague's note on the desk
   * is not, and no customer can read it (frappe/website/utils.py, get_comment_list).
   */
  private static Reading read(final Comment document) {
    final Head head = document.head();
    if (!isOf(head, "Comment")) {
      return new Ignored("comment_type");
    }
    final var presumed =
        switch (document.visibility()) {
          case PUBLISHED, UNTOLD -> Role.CLIENT;
          case INTERNAL -> Role.STAFF;
        };
    return inThread(
        Letter.Id.of(COMMENT, head.name()), head, presumed, Optional.empty(), document.content());
  }

  /** Both types default to the one that people's messages have. */
  private static boolean isOf(final Head head, final String type) {
    return head.type().isEmpty() || head.type().equals(type);
  }

  private static Reading inThread(
      final Letter.Id id,
      final Head head,
      final Role presumed,
      final Optional<Direction> direction,
      final String html) {
    if (head.about().name().isEmpty()) {
      return new Ignored("no_reference");
    }
    if (!head.about().doctype().equals("Issue")) {
      return new Ignored("other_reference");
    }
    final var author = new Letter.Author(presumed, head.author());
    return new Letter(
        id,
        head.about().name(),
        author,
        direction,
        new Content(html, Format.HTML),
        Letter.Told.by(author),
        head.marks());
  }

  /**
   * An Issue's description: the first message of its thread, by whoever it was raised by. Changed
   * later, it is another message, by whoever changed it.
   *
   * @param edition "" while it is as it was
   */
  static Letter description(final IssueDocument document, final String edition) {
    final IssueFacts facts = document.facts();
    final boolean changed = !edition.isEmpty() && !document.stamps().modifiedBy().isEmpty();
    final var author =
        new Letter.Author(Role.CLIENT, changed ? document.stamps().modifiedBy() : facts.raisedBy());
    final var marks =
        new Payload.Marks(
            "", document.key(), facts.type(), facts.project(), document.stamps().created());
    return new Letter(
        new Letter.Id(ISSUE, facts.name(), edition),
        facts.name(),
        author,
        Optional.empty(),
        new Content(facts.description(), Format.HTML),
        new Letter.Told(facts.raisedBy(), "", Known.NOTHING),
        marks);
  }
}
