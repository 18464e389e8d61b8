package io.gatehouse.site;

import io.gatehouse.base.Problem;
import io.gatehouse.frappe.Fields;
import io.gatehouse.frappe.StrictJson;
import io.gatehouse.site.IssueDocument.Stamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an Issue's document. */
public final class IssueReader {

  private static final String ASSIGNED = "_assign";

  private IssueReader() {}

  /**
   * @param advisorFields that name the provider; the first that is filled counts
   * @throws Problem 400 naming a field of the wrong type
   */
  public static IssueDocument read(final Fields fields, final List<String> advisorFields) {
    return new IssueDocument(
        new IssueFacts(
            fields.name("name"),
            fields.name("issue_type"),
            fields.name("project"),
            fields.name("status"),
            fields.address("raised_by"),
            fields.name("customer"),
            fields.name("contact"),
            advisors(fields, advisorFields),
            fields.text("description"),
            fields.check("via_customer_portal").orElse(false)),
        new Stamps(fields.name("creation"), fields.name("modified"), fields.address("modified_by")),
        fields.name("custom_gateway_key"));
  }

  public static List<String> advisors(final Fields fields, final List<String> names) {
    return names.stream()
        .map(name -> people(fields, name))
        .filter(people -> !people.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Frappe keeps the users a document is assigned to as a text that holds a JSON list. What cannot
   * be read names nobody: the message beside it is worth more than its advisor.
   */
  private static List<String> people(final Fields fields, final String name) {
    try {
      final String value = fields.text(name).strip();
      final Stream<String> people =
          value.startsWith("[") ? listed(value).stream() : Stream.of(value);
      return people
          .map(person -> person.strip().toLowerCase(Locale.ROOT))
          .filter(person -> !person.isEmpty())
          .toList();
    } catch (final Problem unreadable) {
      return List.of();
    }
  }

  private static Set<String> listed(final String list) {
    final byte[] object = ("{\"" + ASSIGNED + "\":" + list + "}").getBytes(StandardCharsets.UTF_8);
    return new Fields(StrictJson.object(object)).texts(ASSIGNED);
  }
}
