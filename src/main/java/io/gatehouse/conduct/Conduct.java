package io.gatehouse.conduct;

import io.gatehouse.base.Role;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.Origin;
import io.gatehouse.settings.ModerationSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What moderation thinks of a message, by its words alone, and whether it waits because of that.
 * Asks and writes nothing outside.
 */
@Singleton
public class Conduct {

  /** Files that come with a message must not let go what its words hold back. */
  private static final String BY_FILES = "media";

  private final Keywords keywords;
  private final List<SecondReader> readers;

  Conduct(final Keywords keywords, final List<SecondReader> readers) {
    this.keywords = keywords;
    this.readers = readers;
  }

  /**
   * A message with what moderation thinks of it.
   *
   * @param incoming as it is to be handled now
   * @param opinion empty where nothing was found, or nobody looked
   */
  public record Heard(Incoming incoming, Optional<Opinion> opinion) {}

  /** A message that is not judged, or whose organization has moderation off, stays as it is. */
  public Heard hear(final Incoming incoming, final ModerationSettings rules) {
    if (!incoming.handling().judged()) {
      return new Heard(incoming, Optional.empty());
    }
    final Optional<Opinion> opinion =
        opinion(incoming.content(), incoming.origin().sender().role(), rules)
            .map(one -> incoming.handling() == Handling.PASSED ? shown(one) : one);
    return new Heard(handled(incoming, opinion, rules), opinion);
  }

  /**
   * The opinion on a text. Staff are read like everybody, for a customer insulted by them is
   * insulted all the same; but what they write is not hidden: they quote what they look into, and
   * the reviewer may be the one who writes.
   */
  public Optional<Opinion> opinion(
      final Content content, final Role author, final ModerationSettings rules) {
    if (!rules.enabled()) {
      return Optional.empty();
    }
    final Opinion opinion = keywords.opinion(words(content), rules.rules(), rules.thresholds());
    return Optional.of(author == Role.STAFF ? shown(opinion) : opinion).filter(Conduct::noticed);
  }

  /** The same about what cannot or must not be hidden: a person looks at it. */
  public static Opinion shown(final Opinion opinion) {
    return opinion.ruling() == Ruling.BLOCK
        ? new Opinion(
            opinion.scores(),
            Ruling.QUARANTINE,
            opinion.confidence(),
            opinion.help(),
            opinion.by(),
            opinion.reasons())
        : opinion;
  }

  /** Of HTML what the first layer reads of it. */
  private static Canonical words(final Content content) {
    return switch (content.format()) {
      case PLAIN -> Folder.plain(content.text());
      case HTML -> Folder.html(content.text());
    };
  }

  private static boolean noticed(final Opinion opinion) {
    return opinion.help()
        || opinion.ruling() != Ruling.ALLOW
        || opinion.scores().highest(category -> true) > 0;
  }

  private Incoming handled(
      final Incoming incoming, final Optional<Opinion> opinion, final ModerationSettings rules) {
    if (opinion.filter(one -> one.ruling() == Ruling.BLOCK).isPresent()) {
      return mayWait(incoming) ? incoming.held(Origin.MODERATION) : incoming;
    }
    final boolean help = opinion.filter(Opinion::help).isPresent();
    return !help && awaited(incoming, rules) ? incoming.held(Origin.MODEL) : incoming;
  }

  /** What waits already for another reason than its files waits for the owner as well. */
  private static boolean mayWait(final Incoming incoming) {
    final String held = incoming.origin().envelope().getOrDefault(Origin.HELD, BY_FILES);
    return incoming.handling() == Handling.SCREEN
        || incoming.handling() == Handling.HOLD && held.equals(BY_FILES);
  }

  /** Help must not wait, staff do not, and what could be read before us cannot. */
  private boolean awaited(final Incoming incoming, final ModerationSettings rules) {
    final Origin origin = incoming.origin();
    return rules.enabled()
        && rules.holdForModel().contains(origin.channel())
        && !origin.channel().readBeforeUs()
        && incoming.handling() == Handling.SCREEN
        && origin.sender().role() != Role.STAFF
        && !incoming.content().text().isBlank()
        && readers.stream().anyMatch(reader -> reader.reads(origin.organization()));
  }
}
