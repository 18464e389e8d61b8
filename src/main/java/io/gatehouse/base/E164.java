package io.gatehouse.base;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/**
 * A phone number in E.164 form ({@code +16045550143}): the only form numbers are compared in (B8).
 */
public record E164(String value) {

  /**
   * Reads a number as people write it. Numbers that no carrier has issued (555…) are accepted: the
   * form matters here, not whether somebody answers.
   *
   * @param region the ISO 3166 country whose national format is assumed when there is no "+"
   */
  public static Optional<E164> parse(final String written, final String region) {
    try {
      final var numbers = PhoneNumberUtil.getInstance();
      final var number = numbers.parse(written, region);
      return numbers.isPossibleNumber(number)
          ? Optional.of(new E164(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (final NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** The last digits alone, for people who must recognise a number without reading it. */
  public String masked() {
    return "***-***-" + value.substring(Math.max(1, value.length() - 4));
  }
}
