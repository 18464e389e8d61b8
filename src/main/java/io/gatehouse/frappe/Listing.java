package io.gatehouse.frappe;

import java.util.List;

/**
 * Which documents of a type are asked for. The order must be given: Frappe's own differs between
 * versions.
 *
 * @param fields to be told of each
 * @param filters each {@code [field, operator, value]}; all must fit
 * @param order such as {@code creation asc}
 * @param start how many to pass over
 * @param most how long the page may be
 */
public record Listing(
    List<String> fields, List<List<Object>> filters, String order, int start, int most) {

  public Listing {
    fields = List.copyOf(fields);
    filters = List.copyOf(filters);
  }
}
