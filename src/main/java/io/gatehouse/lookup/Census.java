package io.gatehouse.lookup;

import io.gatehouse.base.Role;
import io.gatehouse.frappe.Fields;
import io.gatehouse.frappe.Listing;
import io.gatehouse.site.Cast;
import io.gatehouse.site.IssueFacts;
import io.gatehouse.site.OnFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks a site for the people of an Issue: the advisors' users, the customer's contacts, and who a
 * stranger is.
 *
 * @param staff whom the owner says to be neither side
 */
record Census(Errand errand, IssueFacts issue, Set<String> staff) {

  private static final String CONTACT = "Contact";
  private static final String USER = "User";

  /** More contacts than this have no place in one conversation. */
  private static final int MOST_CONTACTS = 20;

  /**
   * Advisors first: an advisor who is a contact of the customer as well is an advisor.
   *
   * @param strangers addresses that may not be anybody's on file
   */
  List<OnFile> people(final Stream<String> strangers) {
    final List<OnFile> people = new ArrayList<>();
    issue.advisors().forEach(advisor -> people.add(advisor(advisor)));
    contacts().forEach(contact -> people.add(contact(contact)));
    strangers
        .filter(address -> address.indexOf('@') > 0)
        .distinct()
        .filter(address -> !new Cast(issue, people, staff).heardOf(address))
        .forEach(address -> people.add(stranger(address)));
    return people;
  }

  private OnFile advisor(final String user) {
    final Optional<Fields> document = errand.document(USER, user);
    final Set<String> emails = new LinkedHashSet<>(List.of(user));
    document.map(fields -> fields.address("email")).ifPresent(emails::add);
    return new OnFile(Role.PROVIDER.wire(), name(document), addresses(emails.stream()), List.of());
  }

  private List<Fields> contacts() {
    final Set<String> names = new LinkedHashSet<>();
    if (!issue.customer().isEmpty()) {
      errand.documents(CONTACT, ofCustomer()).forEach(found -> names.add(found.name("name")));
    }
    final Stream<Fields> ofCustomer = documents(names).filter(this::isOfCustomer);
    final Stream<Fields> own =
        issue.contact().isEmpty() || names.contains(issue.contact())
            ? Stream.empty()
            : documents(Set.of(issue.contact()));
    return Stream.concat(own, ofCustomer).toList();
  }

  private Stream<Fields> documents(final Set<String> names) {
    return names.stream().flatMap(name -> errand.document(CONTACT, name).stream());
  }

  private Listing ofCustomer() {
    final List<List<Object>> filters =
        List.of(List.of("Dynamic Link", "link_name", "=", issue.customer()));
    return new Listing(List.of("name"), filters, "creation asc", 0, MOST_CONTACTS);
  }

  /** A supplier may bear the customer's name. */
  private boolean isOfCustomer(final Fields contact) {
    final List<Fields> links = contact.rows("links");
    return links.isEmpty()
        || links.stream()
            .anyMatch(
                link ->
                    link.text("link_doctype").equals("Customer")
                        && link.text("link_name").equals(issue.customer()));
  }

  private static OnFile contact(final Fields fields) {
    return new OnFile(
        Role.CLIENT.wire(),
        name(Optional.of(fields)),
        addresses(
            Stream.concat(
                Stream.of(fields.address("email_id")),
                fields.rows("email_ids").stream().map(row -> row.address("email_id")))),
        Stream.concat(
                Stream.of(fields.text("mobile_no"), fields.text("phone")),
                fields.rows("phone_nos").stream().map(row -> row.text("phone")))
            .filter(phone -> !phone.isBlank())
            .distinct()
            .toList());
  }

  /**
   * A user of the desk who is no advisor is a colleague, once there is an advisor; before, it may
   * be the one, and who is never struck must not be guessed. Whoever raised the Issue and is no
   * user of the desk is the client; of anybody else only is known that the site was asked.
   */
  private OnFile stranger(final String address) {
    final Optional<Fields> user = errand.document(USER, address);
    final boolean desk =
        user.filter(fields -> fields.text("user_type").equals("System User")).isPresent();
    return new OnFile(role(address, desk), name(user), List.of(address), List.of());
  }

  private String role(final String address, final boolean desk) {
    if (desk) {
      return issue.advisors().isEmpty() ? "" : Role.STAFF.wire();
    }
    return address.equals(issue.raisedBy()) ? Role.CLIENT.wire() : "";
  }

  private static String name(final Optional<Fields> document) {
    return document.map(fields -> fields.text("full_name").strip()).orElse("");
  }

  private static List<String> addresses(final Stream<String> addresses) {
    return addresses.filter(address -> address.indexOf('@') > 0).distinct().toList();
  }
}
