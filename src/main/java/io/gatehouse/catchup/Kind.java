package io.gatehouse.catchup;

import java.util.List;
import java.util.stream.Stream;

/** The lists that are compared. */
enum Kind {
  COMMUNICATION(
      "Communication",
      "creation",
      "Super Email User",
      List.of(
          List.of("communication_type", "=", "Communication"),
          List.of("reference_doctype", "=", "Issue"))),
  /** How customers answer on the portal. */
  COMMENT(
      "Comment",
      "creation",
      "Website Manager",
      List.of(List.of("comment_type", "=", "Comment"), List.of("reference_doctype", "=", "Issue"))),
  /** By their changes, since they are raised and closed. */
  ISSUE("Issue", "modified", "Support Team", List.of());

  private final String doctype;
  private final String stamp;
  private final String role;
  private final List<List<Object>> filters;

  Kind(
      final String doctype,
      final String stamp,
      final String role,
      final List<List<Object>> filters) {
    this.doctype = doctype;
    this.stamp = stamp;
    this.role = role;
    this.filters = filters;
  }

  String doctype() {
    return doctype;
  }

  /** The field it is ordered by. */
  String stamp() {
    return stamp;
  }

  /** What the user needs to see all of it. */
  String role() {
    return role;
  }

  List<List<Object>> filters() {
    return filters;
  }

  /** The filters and one more. */
  List<List<Object>> and(final List<Object> filter) {
    return Stream.concat(filters.stream(), Stream.of(filter)).toList();
  }

  /** By what a document is remembered; an Issue comes again with each change. */
  String key(final Entry entry) {
    return this == ISSUE ? entry.name() + " " + entry.stamp() : entry.name();
  }
}
