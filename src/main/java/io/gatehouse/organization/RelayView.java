package io.gatehouse.organization;

import io.gatehouse.organization.OwnerSettings.Occasion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Shows how messages are relayed and the owner is told, with every default spelled out. */
final class RelayView {

  private RelayView() {}

  static Map<String, Object> of(final RelaySettings relay) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("cool_down_days", relay.coolDown().toDays());
    shown.put("stale_after_minutes", relay.staleAfter().toMinutes());
    shown.put("segments_per_second", new TreeMap<>(relay.pace()));
    shown.put("daily_ceiling", new TreeMap<>(relay.ceiling()));
    final Map<String, Object> loop = new LinkedHashMap<>();
    loop.put("same_text", relay.loop().sameText());
    loop.put("messages", relay.loop().messages());
    loop.put("seconds", relay.loop().window().toSeconds());
    shown.put("loop", loop);
    shown.put("media", relay.media().wire());
    return shown;
  }

  static Map<String, Object> of(final OwnerSettings owner) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("emails", owner.emails());
    shown.put("phones", owner.phones());
    owner.phonesFrom().ifPresent(number -> shown.put("phones_from", number));
    owner.webhook().ifPresent(address -> shown.put("webhook", address.toString()));
    shown.put("tell", owner.tell().stream().sorted().map(Occasion::wire).toList());
    owner.digestAt().ifPresent(time -> shown.put("digest_at", time.toString()));
    shown.put("time_zone", owner.zone().getId());
    return shown;
  }
}
