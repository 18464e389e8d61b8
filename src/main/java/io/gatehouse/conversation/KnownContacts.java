package io.gatehouse.conversation;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.detection.Known;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
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

  void replace(final OrganizationId organization, final UUID conversation, final Known allow) {
    conversations.forgetContacts(conversation);
    allow(organization, conversation, "email", lower(allow.emails()));
    allow(organization, conversation, "domain", lower(allow.domains()));
    allow(
        organization,
        conversation,
        "phone",
        allow.phones().stream().map(written -> number(organization, written)).toList());
  }

  private void allow(
      final OrganizationId organization,
      final UUID conversation,
      final String kind,
      final List<String> values) {
    if (!values.isEmpty()) {
      conversations.allow(organization.value(), conversation, kind, values);
    }
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
