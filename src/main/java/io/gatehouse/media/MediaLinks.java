package io.gatehouse.media;

import io.gatehouse.attachments.Fingerprint;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links of ours by which the provider gets the files of a message, for a while. */
@Singleton
public class MediaLinks {

  /** Twilio fetches when it takes the message; four hours are what its own links are good for. */
  private static final Duration GOOD_FOR = Duration.ofHours(4);

  /** Carriers and Twilio ask more than once; nobody needs to ask for ever. */
  private static final int MOST_FETCHES = 20;

  private static final int TOKEN_BYTES = 32;

  private final MediaRepository items;
  private final LinkRepository links;
  private final Environment.Server server;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MediaLinks(
      final MediaRepository items,
      final LinkRepository links,
      final Environment environment,
      final Clock clock) {
    this.items = items;
    this.links = links;
    this.server = environment.server();
    this.clock = clock;
  }

  /** A new link to each file of the message that is here, in their order. */
  @Transactional
  public List<URI> to(final OrganizationId organization, final UUID event) {
    return items.ofEvent(organization.value(), event).stream()
        .filter(MediaItem::fetched)
        .map(this::link)
        .toList();
  }

  /** The file behind a token; empty when there is none, or not any more. */
  @Transactional
  Optional<MediaRepository.Content> follow(final String token) {
    final LinkRepository.@Nullable Row link = links.use(hash(token), clock.instant(), MOST_FETCHES);
    return link == null ? Optional.empty() : items.content(link.itemId());
  }

  private URI link(final MediaItem item) {
    final byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    final String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    links.add(hash(token), item.id(), clock.instant().plus(GOOD_FOR));
    items.passedOn(item.id(), clock.instant());
    return URI.create(server.publicUrl() + "/media/" + token);
  }

  private static byte[] hash(final String token) {
    return Fingerprint.of(token.getBytes(StandardCharsets.UTF_8));
  }
}
