package io.gatehouse.media;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.RelaySettings.Media;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to become of a message that has files with it, by the organization's settings. */
@Singleton
public class MediaRules {

  static final String HELD = Origin.HELD;
  static final String COUNT = "media";
  static final String INSPECT = "inspect";
  private static final String MEDIA = "media";

  private final SettingsBook settings;

  MediaRules(final SettingsBook settings) {
    this.settings = settings;
  }

  /**
   * @param facts to be kept in the event's envelope
   */
  public record Treatment(Handling handling, Map<String, String> facts) {}

  /**
   * @param count how many files the message has, whatever is said of them
   */
  public Treatment of(
      final OrganizationId organization,
      final String text,
      final int count,
      final List<Announced> files) {
    if (count == 0) {
      return new Treatment(Handling.SCREEN, Map.of());
    }
    return switch (mode(organization)) {
      case REFUSE -> new Treatment(text.isBlank() ? Handling.EXAMINE : Handling.SCREEN, Map.of());
      case HOLD -> new Treatment(Handling.HOLD, facts(files, false));
      case INSPECT -> new Treatment(Handling.HOLD, facts(files, true));
    };
  }

  /** Whether a message waits because of its files and for nothing else. */
  public static boolean held(final MessageEvent event) {
    return event.handling() == Handling.HOLD && MEDIA.equals(event.origin().envelope().get(HELD));
  }

  /** Whether its files are kept, for whatever reason it waits: they go on with it. */
  public static boolean kept(final MessageEvent event) {
    return event.handling() == Handling.HOLD && !Announced.of(event).isEmpty();
  }

  /** Whether its files were to be searched when it came; settings may have changed since. */
  static boolean inspected(final MessageEvent event) {
    return held(event) && event.origin().envelope().containsKey(INSPECT);
  }

  private static Map<String, String> facts(final List<Announced> files, final boolean inspect) {
    final Map<String, String> facts = new HashMap<>(Announced.facts(files));
    facts.put(HELD, MEDIA);
    if (inspect) {
      facts.put(INSPECT, "yes");
    }
    return facts;
  }

  private Media mode(final OrganizationId organization) {
    return settings.current(organization).relay().media();
  }
}
