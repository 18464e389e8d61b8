package io.gatehouse.erpnext;

import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.message.Content;
import io.gatehouse.message.NaturalKey;
import java.util.Optional;

/**
 * A message as a payload tells it, before anybody is asked who its people are.
 *
 * @param issue the thread's Issue, or ""
 * @param direction when the document says so itself; else it follows from who wrote it
 */
record Letter(
    Id id,
    String issue,
    Author author,
    Optional<Direction> direction,
    Content content,
    Told told,
    Payload.Marks marks)
    implements Letters.Reading {

  /**
   * @param source kind of document, in which names are unique
   * @param name "" when the payload gives none
   * @param edition "" for a document as it was made; else a name for what was made of it
   */
  record Id(String source, String name, String edition) {

    static Id of(final String source, final String name) {
      return new Id(source, name, "");
    }

    /** The type of document as the site calls it. */
    String doctype() {
      return switch (source) {
        case Letters.COMMENT -> "Comment";
        case Letters.ISSUE -> "Issue";
        case Letters.COMMUNICATION -> name.isEmpty() ? "" : "Communication";
        default -> "";
      };
    }

    NaturalKey key() {
      return new NaturalKey(source, edition.isEmpty() ? name : name + " " + edition, null);
    }
  }

  /**
   * @param presumed the author's role where the address is not known in the conversation; STAFF for
   *     a note the customer cannot see
   */
  record Author(Role presumed, String address) {}

  /** What the payload says of the conversation: addresses of its two sides, or "". */
  record Told(String client, String provider, Known also) {

    static Told by(final Author author) {
      return new Told(
          author.presumed() == Role.CLIENT ? author.address() : "",
          author.presumed() == Role.PROVIDER ? author.address() : "",
          Known.NOTHING);
    }
  }
}
