package io.gatehouse.conversation;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.detection.Known;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be mentioned in a conversation without being a leak. */
@Singleton
class KnownContacts {

  private final ConversationRepository conversations;
  private final Addresses addresses;

  KnownContacts(final ConversationRepository conversations, final Addresses addresses) {
    this.conversations = conversations;
    this.addresses = addresses;
  }

  /**
   * Replaces what the owner allowed.
   *
   * @throws Problem 400 when a number cannot be read
   */
  void replace(final OrganizationId organization, final UUID conversation, final Known allow) {
    final List<String> phones =
        allow.phones().stream().map(written -> number(organization, written)).toList();
    replace(organization, conversation, new Contacts(allow, phones), "owner");
  }

  /** Replaces what the site has on file; a number that cannot be read is left out. */
  void replaceOnFile(
      final OrganizationId organization, final UUID conversation, final Known onFile) {
    final List<String> phones =
        onFile.phones().stream()
            .flatMap(written -> addresses.phone(organization, written).stream())
            .toList();
    replace(organization, conversation, new Contacts(onFile, phones), "site");
  }

  private record Contacts(Known all, List<String> phones) {}

  private void replace(
      final OrganizationId organization,
      final UUID conversation,
      final Contacts contacts,
      final String source) {
    conversations.forgetContacts(conversation, source);
    final Map<String, List<String>> kinds =
        Map.of(
            "email", lower(contacts.all().emails()),
            "domain", lower(contacts.all().domains()),
            "phone", contacts.phones());
    kinds.forEach(
        (kind, values) -> {
          if (!values.isEmpty()) {
            conversations.allow(organization.value(), conversation, kind, values, source);
          }
        });
  }

  private String number(final OrganizationId organization, final String written) {
    return addresses
        .phone(organization, written)
        .orElseThrow(
            () -> Problem.badRequest("phone", "A phone number is given like +1 604 555 0143."));
  }

  @Nullable String relayNumber(final OrganizationId organization, final @Nullable String written) {
    return written == null ? null : number(organization, written);
  }

  private static List<String> lower(final Set<String> values) {
    return values.stream().map(value -> value.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
