package io.gatehouse.recognition;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.jspecify.annotations.Nullable;

/** What the numbering plans of the world say about digits; costly, so asked last. */
public final class Numbering {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** Countries tried for national numbers, beside the region of the deployment. */
  private static final String[] REGIONS = {
    "GB", "FR", "DE", "ES", "MX", "BR", "PT", "IT", "IN", "AU", "IE", "CH", "AT", "BE"
  };

  private static final double POSSIBLE = 0.95;
  private static final double UNKNOWN = 0.6;
  private static final int LONG = 8;

  private Numbering() {}

  /** How sure the plan makes us of a number with "+" and country code; 0 for none. */
  public static double international(final String number) {
    try {
      return NUMBERS.isPossibleNumber(NUMBERS.parse(number, "ZZ")) ? POSSIBLE : UNKNOWN;
    } catch (final NumberParseException unknown) {
      return number.length() > LONG ? UNKNOWN : 0;
    }
  }

  /** The first country whose plan has the digits as a national number, or null. */
  public static @Nullable String abroad(final String digits) {
    for (final String region : REGIONS) {
      if (valid(digits, region)) {
        return region;
      }
    }
    return null;
  }

  public static boolean valid(final String digits, final String region) {
    try {
      return NUMBERS.isValidNumber(NUMBERS.parse(digits, region));
    } catch (final NumberParseException notANumber) {
      return false;
    }
  }
}
