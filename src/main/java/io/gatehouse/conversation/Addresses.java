package io.gatehouse.conversation;

import io.gatehouse.base.E164;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings addresses into the one form in which they are kept and compared (B8, B18). */
@Singleton
class Addresses {

  private final SettingsBook settings;

  Addresses(final SettingsBook settings) {
    this.settings = settings;
  }

  /**
   * @throws Problem 400 naming the address that cannot be read
   */
  Person exact(final OrganizationId organization, final Person person) {
    final Person readable = readable(organization, person);
    if (given(person.email()) && readable.email() == null) {
      throw Problem.badRequest("email", "An e-mail address has the form name@example.org.");
    }
    if (given(person.phone()) && readable.phone() == null) {
      throw Problem.badRequest("phone", "A phone number is given like +1 604 555 0143.");
    }
    return readable;
  }

  /** Leaves out what cannot be read. */
  Person readable(final OrganizationId organization, final Person person) {
    return new Person(
        given(person.name()) ? person.name() : null,
        email(person.email()).orElse(null),
        phone(organization, person.phone()).orElse(null),
        given(person.language()) ? person.language() : null,
        given(person.userId()) ? person.userId() : null);
  }

  Optional<String> phone(final OrganizationId organization, final @Nullable String written) {
    return Optional.ofNullable(written)
        .filter(Addresses::given)
        .flatMap(number -> E164.parse(number, settings.current(organization).region()))
        .map(E164::value);
  }

  private static Optional<String> email(final @Nullable String written) {
    return Optional.ofNullable(written)
        .map(address -> address.strip().toLowerCase(Locale.ROOT))
        .filter(address -> address.indexOf('@') > 0 && !address.endsWith("@"))
        .filter(address -> address.chars().noneMatch(Character::isWhitespace));
  }

  private static boolean given(final @Nullable String value) {
    return value != null && !value.isBlank();
  }
}
