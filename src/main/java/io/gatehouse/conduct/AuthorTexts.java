package io.gatehouse.conduct;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** What the author of a message is told because of moderation; nobody is accused of anything. */
@Singleton
public class AuthorTexts {

  /** While a model reads it. */
  public static final String WAITING = "moderation.waiting";

  private static final String HELD = "moderation.held";

  /** To somebody who speaks of harming themselves, and not to those who tell others to. */
  private static final String HELD_WITH_CARE = "moderation.held_care";

  /** Ships empty: an organization that has something to say to them says it in its own words. */
  private static final String HELP = "moderation.help";

  private final SettingsBook settings;
  private final Texts texts;

  AuthorTexts(final SettingsBook settings, final Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  /** The key of what the author is told whose message waits for a person. */
  public static String held(final MessageEvent event) {
    return event.verdict().opinion().filter(AuthorTexts::harmed).isPresent()
        ? HELD_WITH_CARE
        : HELD;
  }

  private static boolean harmed(final Opinion opinion) {
    final var decisive = opinion.decisive();
    return opinion.help()
        || decisive.contains(Category.SELF_HARM) && !decisive.contains(Category.HARASSMENT);
  }

  /**
   * The key of what somebody is told who seems to seek help, where the organization says a word.
   */
  public Optional<String> help(final MessageEvent event, final String language) {
    return event.verdict().opinion().filter(Opinion::help).isPresent()
        ? Optional.of(HELP).filter(key -> !said(event, key, language).isBlank())
        : Optional.empty();
  }

  private String said(final MessageEvent event, final String key, final String language) {
    return texts.render(settings.current(event.origin().organization()), key, language, Map.of());
  }
}
