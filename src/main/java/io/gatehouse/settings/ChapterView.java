package io.gatehouse.settings;

import io.gatehouse.settings.OwnerSettings.Occasion;
import io.gatehouse.spam.Sign;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Shows the chapters, with every default spelled out. */
public final class ChapterView {

  private ChapterView() {}

  public static Map<String, Object> of(final RelaySettings relay) {
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

  public static Map<String, Object> of(final OwnerSettings owner) {
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

  public static Map<String, Object> of(final ChatSettings chat) {
    return Map.of("on_failure", chat.onFailure().wire());
  }

  public static Map<String, Object> of(final FeedSettings feed) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("content", feed.content().wire());
    shown.put("position", feed.position().wire());
    feed.webhook().ifPresent(address -> shown.put("webhook", address.toString()));
    return shown;
  }

  public static Map<String, Object> of(final SignupSettings signup) {
    final Map<String, Object> weights = new LinkedHashMap<>();
    for (final Sign sign : Sign.values()) {
      weights.put(sign.wire(), signup.rules().weights().get(sign));
    }
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("weights", weights);
    shown.put("block_above", signup.rules().blockAbove());
    shown.put("suspicious_from", signup.rules().suspiciousFrom());
    shown.put("allowed_words", signup.rules().allowed().stream().sorted().toList());
    shown.put("keep_days", signup.keep().toDays());
    return shown;
  }

  public static Map<String, Object> of(final ErpnextSettings erpnext) {
    final Map<String, Object> watch = new LinkedHashMap<>();
    watch.put("types", erpnext.watch().types().stream().sorted().toList());
    watch.put("projects", erpnext.watch().projects().stream().sorted().toList());
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("watch", watch);
    shown.put("advisor_fields", erpnext.advisorFields());
    shown.put("staff", erpnext.staff().stream().sorted().toList());
    shown.put("hide", erpnext.hide().wire());
    shown.put("footers", erpnext.footers());
    return shown;
  }
}
