package io.gatehouse.frappe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document to be created.
 *
 * @param role what the gateway's user needs for it
 */
public record Post(String doctype, String role, Map<String, Object> document) {

  public Post without(final String field) {
    final Map<String, Object> rest = new LinkedHashMap<>(document);
    rest.remove(field);
    return new Post(doctype, role, rest);
  }
}
