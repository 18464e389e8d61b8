package io.gatehouse.organization;

import io.gatehouse.detection.Known;
import io.gatehouse.detection.Weights;
import io.gatehouse.policy.PolicySettings;
import io.gatehouse.settings.ChatSettings;
import io.gatehouse.settings.ErpnextSettings;
import io.gatehouse.settings.FeedSettings;
import io.gatehouse.settings.ModerationSettings;
import io.gatehouse.settings.OwnerSettings;
import io.gatehouse.settings.RelaySettings;
import io.gatehouse.settings.SignupSettings;
import java.time.Duration;
import java.util.Map;

/**
 * What an organization has chosen; every value has a default, so that an empty document is a valid
 * one.
 *
 * @param version of the document, 0 when nothing was ever chosen
 * @param region ISO 3166 country assumed for numbers without a country code
 * @param language of texts to people whose own is not known, ISO 639
 * @param words what texts call things: {@code brand}, {@code portal}, {@code price} … (B26)
 * @param texts the organization's own wording, by language and key; all else ships with Gatehouse
 * @param known allow-lists and vocabulary (S1.8, S1.16, S1.35)
 */
public record Settings(
    int version,
    String region,
    String language,
    Map<String, String> words,
    Map<String, Map<String, String>> texts,
    Known known,
    Weights weights,
    PolicySettings policy,
    Strikes strikes,
    RelaySettings relay,
    OwnerSettings owner,
    ErpnextSettings erpnext,
    ChatSettings chat,
    FeedSettings feed,
    ModerationSettings moderation,
    SignupSettings signup) {

  /** What is in force where nothing was chosen; {@code deploy/settings.example.json} shows it. */
  public static final Settings STANDARD =
      new Settings(
          0,
          "CA",
          "en",
          Map.of(),
          Map.of(),
          Known.NOTHING,
          Weights.STANDARD,
          PolicySettings.STANDARD,
          Strikes.STANDARD,
          RelaySettings.STANDARD,
          OwnerSettings.STANDARD,
          ErpnextSettings.STANDARD,
          ChatSettings.STANDARD,
          FeedSettings.STANDARD,
          ModerationSettings.STANDARD,
          SignupSettings.STANDARD);

  /** What nobody gives away by mentioning it: the lists, and the organization's own footers. */
  public Known harmless() {
    return known.under(erpnext.footers());
  }

  /**
   * @param escalateAt the strike that escalates (S1.29)
   * @param window how long a strike counts (B18)
   * @param suspendAt the strike that suspends the pair by itself (S1.6); 0 leaves it to the owner
   * @param suspendFor how long such a suspension lasts
   */
  public record Strikes(int escalateAt, Duration window, int suspendAt, Duration suspendFor) {
    public static final Strikes STANDARD =
        new Strikes(3, Duration.ofDays(30), 0, Duration.ofDays(14));
  }
}
