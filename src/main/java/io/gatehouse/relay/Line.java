package io.gatehouse.relay;

import io.gatehouse.base.E164;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import java.util.Optional;
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
   * By which a message of that role reaches the other side: what is for a person leaves by that
   * person's own number. Empty while a phone or a number is not known.
   */
  public static Optional<Line> toOtherSide(final Conversation conversation, final Role sender) {
    final Optional<Participant> recipient = conversation.otherSide(sender);
    final Optional<String> number =
        recipient.flatMap(person -> conversation.numberOf(person.role()));
    return recipient
        .map(Participant::phone)
        .flatMap(phone -> number.map(ours -> new Line(conversation.organization(), ours, phone)));
  }

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
