package io.gatehouse.media;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Progress;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Whether a message with files can be let go, and what that means for what was read in them. */
@Singleton
class Release {

  /** The code of the refusal that a setting would change. */
  static final String NO_ADDRESS = "public_url_missing";

  private final MediaRepository items;
  private final Progress progress;
  private final Environment.Server server;

  Release(final MediaRepository items, final Progress progress, final Environment environment) {
    this.items = items;
    this.progress = progress;
    this.server = environment.server();
  }

  /**
   * Joins the running transaction.
   *
   * @throws Problem 409 when the files cannot be passed on now, or nothing is left of the message
   */
  void prepare(final MessageEvent event) {
    final OrganizationId organization = event.origin().organization();
    final List<MediaItem> files = items.ofEvent(organization.value(), event.id());
    if (files.isEmpty()) {
      return;
    }
    if (files.stream().anyMatch(MediaItem::waiting)) {
      throw refused("media_pending", "The files are still being fetched; try again in a minute.");
    }
    final boolean some = files.stream().anyMatch(MediaItem::fetched);
    if (some && !server.publicUrlGiven()) {
      throw refused(NO_ADDRESS, "Files are passed on by a link; set PUBLIC_URL and start again.");
    }
    if (!some && event.content().text().isBlank()) {
      throw refused("nothing_left", "It has no text, and none of its files is here.");
    }
    items.foundIn(event.id()).forEach(found -> resolve(organization, found));
  }

  private void resolve(final OrganizationId organization, final UUID found) {
    if (progress.hold(organization, found).filter(EventState.WITHHELD::equals).isPresent()) {
      progress.released(found, "gatehouse", "The message it came with was released.");
    }
  }

  private static Problem refused(final String code, final String detail) {
    return Problem.conflict(code, detail).with("state", EventState.WITHHELD.wire());
  }
}
