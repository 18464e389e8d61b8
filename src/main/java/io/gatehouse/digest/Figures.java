package io.gatehouse.digest;

import io.micronaut.core.annotation.Introspected;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened since the last digest.
 *
 * @param waiting for the owner now, however long
 */
@Introspected
record Figures(
    long messages,
    long blocked,
    long warned,
    long redacted,
    long undeliverable,
    long waiting,
    long dismissed,
    long falseAlarms) {

  /** By the names of their texts, in the order they are shown. */
  Map<String, Long> named() {
    final Map<String, Long> named = new LinkedHashMap<>();
    named.put("messages", messages);
    named.put("blocked", blocked);
    named.put("warned", warned);
    named.put("redacted", redacted);
    named.put("undeliverable", undeliverable);
    named.put("waiting", waiting);
    named.put("dismissed", dismissed);
    named.put("false_alarms", falseAlarms);
    return named;
  }

  boolean nothing() {
    return named().values().stream().allMatch(count -> count == 0);
  }
}
