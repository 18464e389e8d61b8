package io.gatehouse.media;

import io.gatehouse.attachments.FileReader;
import io.gatehouse.attachments.Reading;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Problem;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.overrides.ForceSend;
import io.gatehouse.policy.Plan.Delivery;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files of a message, has what was read screened, and lets go what is clean. */
@Singleton
class Inspection {

  private static final String ACTOR = "inspection";
  private static final String REASON = "Nothing was found in its files.";

  private final MediaRepository items;
  private final Provider<FoundText> found;
  private final Provider<ForceSend> forceSend;
  private final int mostCharacters;
  private final FileReader reader = new FileReader();

  Inspection(
      final MediaRepository items,
      final Provider<FoundText> found,
      final Provider<ForceSend> forceSend,
      final Environment environment) {
    this.items = items;
    this.found = found;
    this.forceSend = forceSend;
    this.mostCharacters = environment.server().maxScanCharacters();
  }

  /** What came of it; the names are kept with the effect. */
  enum Result {
    /** Let go. */
    CLEAN(null),
    /** The screening tells the owner. */
    LEAK(null),
    /** The owner was faster. */
    OVERTAKEN(null),
    UNREAD(MediaNotice.UNREAD),
    INCOMPLETE(MediaNotice.INCOMPLETE),
    NO_ADDRESS(MediaNotice.NO_ADDRESS),
    UNDELIVERABLE("undeliverable");

    private final Optional<String> notice;

    Result(final @Nullable String notice) {
      this.notice = Optional.ofNullable(notice);
    }

    /** What the owner is told. */
    Optional<String> notice() {
      return notice;
    }
  }

  /** Outside of any transaction: to read pictures takes its time. */
  Result of(final MessageEvent event) {
    if (event.state() != EventState.WITHHELD) {
      return Result.OVERTAKEN;
    }
    final List<MediaItem> files = items.ofEvent(organization(event), event.id());
    final Reading reading = Reading.all(files.stream().map(this::read).toList());
    if (!reading.text().isBlank()
        && found.get().screen(event, start(reading.text())) != Delivery.AS_IS) {
      return Result.LEAK;
    }
    if (!complete(event, files)) {
      return Result.INCOMPLETE;
    }
    return reading.whole() && reading.text().length() <= mostCharacters
        ? release(event)
        : Result.UNREAD;
  }

  /** As much as is scanned of any message; what is longer waits for the owner. */
  private String start(final String text) {
    return text.substring(0, Math.min(text.length(), mostCharacters));
  }

  private Reading read(final MediaItem file) {
    return items
        .content(file.id())
        .map(content -> reader.read(content.bytes(), content.type()))
        .orElse(Reading.BLIND);
  }

  private static boolean complete(final MessageEvent event, final List<MediaItem> files) {
    final String count = event.origin().envelope().getOrDefault(MediaRules.COUNT, "");
    return count.equals(Integer.toString(files.size()))
        && files.stream().allMatch(MediaItem::fetched);
  }

  private Result release(final MessageEvent event) {
    try {
      forceSend.get().send(event.origin().organization(), event.id(), ACTOR, REASON);
      return Result.CLEAN;
    } catch (final Problem refused) {
      return switch (refused.code()) {
        case "not_withheld" -> Result.OVERTAKEN;
        case Release.NO_ADDRESS -> Result.NO_ADDRESS;
        default -> Result.UNDELIVERABLE;
      };
    }
  }

  private static String organization(final MessageEvent event) {
    return event.origin().organization().value();
  }
}
