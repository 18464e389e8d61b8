package io.gatehouse.detection;

import java.util.Locale;

/** What a finding is evidence of. A disguise is an attribute of a finding, never a class. */
public enum FindingClass {
  PHONE_NUMBER,
  EMAIL_ADDRESS,
  URL,
  SOCIAL_MEDIA,
  MESSAGING_PLATFORM,
  BYPASS_LANGUAGE,
  PAYMENT_BYPASS;

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
