package io.gatehouse.relay;

import io.gatehouse.base.E164;
import io.gatehouse.base.OrganizationId;
import java.util.regex.Pattern;

/**
 * A person's phone and the number of ours it talks with: what opt-outs and limits are kept for.
 *
 * @param number ours, as the provider gives it
 * @param phone theirs; a short code or a name when no person wrote
 */
public record Line(OrganizationId organization, String number, String phone) {

  private static final Pattern PERSON = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /**
   * Whether it makes sense to write back: short codes, names and other channels have no "+" in
   * front, and what comes from the number it goes to is a loop.
   */
  public boolean canBeAnswered() {
    return PERSON.matcher(phone).matches() && !phone.equals(number);
  }

  /** How the owner is told of the person. */
  String masked() {
    final int plus = phone.indexOf('+');
    return plus < 0 || phone.equals(number)
        ? phone
        : phone.substring(0, plus) + new E164(phone.substring(plus)).masked();
  }
}
