package io.gatehouse.frappe;

import io.gatehouse.base.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A document to be created.
 *
 * @param role what the gateway's user needs for it
 */
public record Post(String doctype, String role, Map<String, Object> document) {

  /**
   * The field of our own that holds the reference. Where a site has it, it is unique there, and a
   * second document of one effect is refused; where it has not, Frappe passes over it.
   */
  public static final String KEY = "custom_gateway_key";

  /** The types of document that may have the field. */
  private static final Set<String> KEYED = Set.of("Comment", "Communication", "Issue");

  /** The same with its key, where its type of document may have one. */
  public Post keyed(final Reference reference) {
    if (!KEYED.contains(doctype)) {
      return this;
    }
    final Map<String, Object> more = new LinkedHashMap<>(document);
    more.put(KEY, reference.value());
    return new Post(doctype, role, more);
  }

  public Post without(final String field) {
    final Map<String, Object> rest = new LinkedHashMap<>(document);
    rest.remove(field);
    return new Post(doctype, role, rest);
  }
}
