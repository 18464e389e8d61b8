package io.gatehouse.chat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A chat message that its application wants to deliver (S3.4), read and proved. U+0000, which
 * PostgreSQL keeps nowhere, becomes U+FFFD: what somebody wrote must not pass for our failure
 * (B43).
 *
 * @param messageId the application's name for it, by which a repeat is recognised
 * @param thread the application's name for the conversation
 * @param user the application's name for the author
 * @param role the author's, where the application says so
 * @param content plain text
 * @param sentAt by the application's clock
 * @param language the author's, ISO 639, "" where it is not known
 */
public record Asked(
    OrganizationId organization,
    String messageId,
    String thread,
    String user,
    Optional<Role> role,
    String content,
    Instant sentAt,
    Optional<Position> position,
    String language) {

  public Asked {
    messageId = storable(messageId);
    thread = storable(thread);
    user = storable(user);
    content = storable(content);
  }

  private static String storable(final String text) {
    return text.replace('\u0000', '\uFFFD');
  }

  /** Where the author was, in degrees (WGS 84). */
  public record Position(double latitude, double longitude) {}
}
