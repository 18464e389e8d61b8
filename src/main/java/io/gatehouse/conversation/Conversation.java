package io.gatehouse.conversation;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client–provider thread.
 *
 * @param known contacts that are no leak here; the organization's own come on top
 */
public record Conversation(
    UUID id,
    OrganizationId organization,
    Channel channel,
    String externalRef,
    People people,
    Known known,
    Session session) {

  /**
   * Its life by SMS.
   *
   * @param clientNumber the number of ours that the client writes to and hears from; null when the
   *     client has no phone or no number was given
   * @param providerNumber the provider's, which may be another
   * @param closedAt null while it is open
   */
  public record Session(
      @Nullable String clientNumber, @Nullable String providerNumber, @Nullable Instant closedAt) {}

  /** Who is in it; a side may be unknown yet. */
  public record People(
      @Nullable Participant client, @Nullable Participant provider, List<Participant> staff) {

    public People {
      staff = List.copyOf(staff);
    }

    public Stream<Participant> all() {
      return Stream.concat(
          Stream.of(Optional.ofNullable(client), Optional.ofNullable(provider))
              .flatMap(Optional::stream),
          staff.stream());
    }
  }

  /** Over until it is opened again: nothing is passed on, and what comes late is the owner's. */
  public boolean closed() {
    return session.closedAt() != null;
  }

  /** The number of ours by which somebody in that part is written to. */
  public Optional<String> numberOf(final Role role) {
    return switch (role) {
      case CLIENT -> Optional.ofNullable(session.clientNumber());
      case PROVIDER -> Optional.ofNullable(session.providerNumber());
      case STAFF -> Optional.empty();
    };
  }

  public Optional<Participant> byEmail(final String address) {
    return people.all().filter(person -> person.hasEmail(address)).findFirst();
  }

  /**
   * @param phone in E.164
   */
  public Optional<Participant> byPhone(final String phone) {
    return people.all().filter(person -> phone.equals(person.phone())).findFirst();
  }

  /**
   * @param userId how a chat application calls the person
   */
  public Optional<Participant> byUser(final String userId) {
    return people.all().filter(person -> userId.equals(person.userId())).findFirst();
  }

  /** Whom a message of that role is meant for. */
  public Optional<Participant> otherSide(final Role sender) {
    return switch (sender) {
      case CLIENT -> Optional.ofNullable(people.provider());
      case PROVIDER, STAFF -> Optional.ofNullable(people.client());
    };
  }
}
