package io.gatehouse.organization;

import jakarta.inject.Singleton;
import java.util.Map;

/** The one place of every text people are sent; wording lives in data files and settings. */
@Singleton
public class Texts {

  /**
   * Renders a text: the organization's own wording if it has one, else ours, in the language asked
   * for or the organization's.
   *
   * @param key such as {@code warning.phone_number}
   * @param language ISO 639, empty for the organization's
   * @param facts values for the text's placeholders, beside the organization's own words
   * @throws IllegalArgumentException when no such text exists
   */
  public String render(
      final Settings settings,
      final String key,
      final String language,
      final Map<String, String> facts) {
    return key;
  }
}
