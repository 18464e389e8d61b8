package io.gatehouse.inbox;

import io.gatehouse.base.OrganizationId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the owner shall see.
 *
 * @param kind names the text that shows it, as {@code notice.<kind>}: {@code message_blocked},
 *     {@code escalation}, {@code opt_out}, {@code unknown_sender}, {@code effect_parked} …
 * @param facts values for the text's placeholders, already masked: never message text. Those that a
 *     {@code notice.<kind>} in {@code texts/en.properties} names outside its optional parts are
 *     needed; {@code classes}, {@code sender} (a role) and {@code effect} may be codes
 */
public record NewNotice(
    OrganizationId organization,
    String kind,
    @Nullable UUID conversation,
    @Nullable UUID event,
    Map<String, String> facts) {

  public NewNotice {
    facts = Map.copyOf(facts);
  }
}
