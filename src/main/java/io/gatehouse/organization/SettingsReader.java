package io.gatehouse.organization;

import io.gatehouse.base.Environment;
import io.gatehouse.detection.Known;
import io.gatehouse.json.Part;
import io.gatehouse.organization.Settings.Strikes;
import io.gatehouse.policy.Bands;
import io.gatehouse.settings.ChatReader;
import io.gatehouse.settings.ErpnextReader;
import io.gatehouse.settings.FeedReader;
import io.gatehouse.settings.ModerationReader;
import io.gatehouse.settings.OwnerReader;
import io.gatehouse.settings.RelayReader;
import io.gatehouse.settings.SignupReader;
import io.gatehouse.wording.TextsReader;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a settings document. Every part is optional and unknown ones are refused, because a
 * misspelt setting that is silently ignored looks like one that does not work.
 */
@Singleton
final class SettingsReader {

  private static final Set<String> FIELDS =
      Set.of(
          "region",
          "language",
          "words",
          "texts",
          "allow",
          "vocabulary",
          "weights",
          "bands",
          "strikes",
          "rules",
          "relay",
          "owner",
          "erpnext",
          "chat",
          "feed",
          "moderation",
          "signup");

  private static final String A_PHONE = "a phone number, best with + and the country's code";
  private static final int LONGEST_LIST = 1_000;
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
  private static final Predicate<String> EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}").asMatchPredicate();
  private static final Predicate<String> PHONE =
      Pattern.compile("[+(]{0,2}\\d(?:[ ().-]{0,3}\\d){6,14}").asMatchPredicate();
  private static final Predicate<String> DOMAIN =
      Pattern.compile("(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}[\\p{L}\\p{N}-]{2,63}").asMatchPredicate();

  private final TextsReader texts;
  private final Bands bands;

  @Inject
  SettingsReader(final TextsReader texts, final Environment environment) {
    this(texts, environment.interception());
  }

  /**
   * @param standard names the bands of whoever chose none (S3.3)
   */
  SettingsReader(final TextsReader texts, final Environment.Interception standard) {
    this.texts = texts;
    this.bands = new Bands(standard.nudgeFrom(), standard.blockFrom());
  }

  /** What a document says; where it is wrong, the default. */
  record Reading(Settings settings, List<Part.Violation> violations) {}

  Reading read(final int version, final JsonNode document) {
    final Part whole = Part.whole(document).only(FIELDS);
    final Settings standard = Settings.STANDARD;
    final Map<String, String> words = TextsReader.words(whole.at("words"));
    final Settings settings =
        new Settings(
            version,
            whole
                .at("region")
                .text(REGIONS::contains, "a country (ISO 3166), such as CA")
                .orElse(standard.region()),
            TextsReader.language(whole.at("language")).orElse(standard.language()),
            words,
            texts.read(whole.at("texts"), words.keySet()),
            known(whole.at("allow"), whole.at("vocabulary")),
            PolicyReader.weights(whole.at("weights")),
            PolicyReader.policy(whole.at("bands"), whole.at("rules"), bands),
            strikes(whole.at("strikes")),
            RelayReader.read(whole.at("relay")),
            OwnerReader.read(whole.at("owner")),
            ErpnextReader.read(whole.at("erpnext")),
            ChatReader.read(whole.at("chat")),
            FeedReader.read(whole.at("feed")),
            ModerationReader.read(whole.at("moderation")),
            SignupReader.read(whole.at("signup")));
    return new Reading(settings, List.copyOf(whole.violations()));
  }

  private static Known known(final Part allow, final Part vocabulary) {
    allow.only(Set.of("emails", "phones", "domains"));
    return new Known(
        all(allow.at("emails"), item -> item.text(EMAIL, "an e-mail address")),
        all(allow.at("phones"), item -> item.text(PHONE, A_PHONE)),
        all(allow.at("domains"), item -> item.text(DOMAIN, "a domain, such as example.com")),
        all(vocabulary, item -> item.line(80)));
  }

  private static Set<String> all(final Part list, final Function<Part, Optional<String>> reading) {
    final Set<String> all = new LinkedHashSet<>();
    for (final Part item : list.items(LONGEST_LIST)) {
      reading.apply(item.needed()).ifPresent(all::add);
    }
    return all;
  }

  private static Strikes strikes(final Part part) {
    part.only(Set.of("escalate_at", "window_days", "suspend_at", "suspend_days"));
    return new Strikes(
        part.at("escalate_at").integer(1, 20).orElse(Strikes.STANDARD.escalateAt()),
        part.at("window_days")
            .integer(1, 365)
            .map(Duration::ofDays)
            .orElse(Strikes.STANDARD.window()),
        part.at("suspend_at").integer(0, 100).orElse(Strikes.STANDARD.suspendAt()),
        part.at("suspend_days")
            .integer(1, 365)
            .map(Duration::ofDays)
            .orElse(Strikes.STANDARD.suspendFor()));
  }
}
