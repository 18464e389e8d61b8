package io.gatehouse.site;

import io.gatehouse.base.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is who in an Issue, as far as its document and the site tell.
 *
 * @param staff addresses, or domains with a leading {@code @}, that the owner says are neither side
 */
public record Cast(IssueFacts facts, List<OnFile> people, Set<String> staff) {

  public Cast {
    people = List.copyOf(people);
    staff = Set.copyOf(staff);
  }

  /**
   * A person's role; empty for strangers. The owner's word for a person comes first; then what the
   * site says of this Issue; the owner's word for a whole domain, in which advisors may be, last.
   *
   * @param address in lower case
   */
  public Optional<Role> roleOf(final String address) {
    if (staff.contains(address)) {
      return Optional.of(Role.STAFF);
    }
    return entry(address)
        .flatMap(person -> Role.of(person.role()))
        .or(
            () ->
                facts.advisors().contains(address) ? Optional.of(Role.PROVIDER) : Optional.empty())
        .or(() -> staff.contains(domain(address)) ? Optional.of(Role.STAFF) : Optional.empty());
  }

  /** Whether the site was asked of that person, or needs not be. */
  public boolean heardOf(final String address) {
    return roleOf(address).isPresent() || entry(address).isPresent();
  }

  /** The entry an address stands in. */
  public Optional<OnFile> entry(final String address) {
    return people.stream().filter(person -> person.emails().contains(address)).findFirst();
  }

  /**
   * The client's address, preferably the one the Issue was raised by. A raiser of whom the site was
   * asked in vain is somebody of the desk.
   */
  public Optional<String> client() {
    final String raiser = facts.raisedBy();
    if (roleOf(raiser).filter(role -> role == Role.CLIENT).isPresent()) {
      return Optional.of(raiser);
    }
    return emails(Role.CLIENT)
        .findFirst()
        .or(() -> Optional.of(raiser).filter(it -> isAddress(it) && !heardOf(it)));
  }

  /** The provider's address: the first one assigned. */
  public Optional<String> provider() {
    return facts.advisors().stream()
        .filter(advisor -> isAddress(advisor) && !staff.contains(advisor))
        .findFirst()
        .or(() -> emails(Role.PROVIDER).findFirst());
  }

  private Stream<String> emails(final Role role) {
    return people.stream()
        .filter(person -> person.role().equals(role.wire()))
        .flatMap(person -> person.emails().stream())
        .filter(email -> !staff.contains(email));
  }

  /** A user's name such as Administrator is none. */
  private static boolean isAddress(final String value) {
    return value.indexOf('@') > 0;
  }

  private static String domain(final String address) {
    return address.substring(Math.max(0, address.lastIndexOf('@')));
  }
}
