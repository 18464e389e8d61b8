package io.gatehouse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * The order of the packages: a line may use only lines above it, and those on one line not each
 * other.
 */
final class PackageOrder extends ArchCondition<JavaClass> {

  private static final String ROOT = "io.gatehouse";

  private static final List<List<String>> LINES =
      List.of(
          List.of("base"),
          List.of(
              "canonical",
              "categories",
              "json",
              "environment",
              "embedded",
              "fixture",
              "web",
              "attachments",
              "terminal",
              "breaker",
              "outage",
              "socket"),
          List.of("lexicon", "wording"),
          List.of("intent", "asides"),
          List.of("recognition"),
          List.of("numbers", "addresses", "offers"),
          List.of("disguise"),
          List.of("memory"),
          List.of("detection", "keywords", "spam"),
          List.of("policy", "settings"),
          List.of("audit"),
          List.of("organization"),
          List.of("accounts"),
          List.of("access"),
          List.of("limits", "spamlog"),
          List.of("effects"),
          List.of("inbox", "mail", "doctor", "webhook", "model"),
          List.of("conversation"),
          List.of("message", "pairs", "rulings"),
          List.of(
              "events",
              "conduct",
              "relay",
              "explanation",
              "spoken",
              "pace",
              "download",
              "standings",
              "tenancy"),
          List.of("delivery", "telling", "digest"),
          List.of("gate"),
          List.of("chat", "feed"),
          List.of("backlog"),
          List.of("sweep"),
          List.of("passage", "stream", "subscription", "handover"),
          List.of("replay", "redteam", "overrides", "frames"),
          List.of("frappe", "carrier", "media", "heartbeat"),
          List.of("site"),
          List.of("lookup"),
          List.of("thread", "alerts"),
          List.of("retraction"),
          List.of("opinion"),
          List.of(
              "twilio",
              "erpnext",
              "presend",
              "intercept",
              "apidoc",
              "sending",
              "connecting",
              "training",
              "moderation",
              "signup",
              "administration"),
          List.of("catchup", "installing", "checkup"),
          List.of("vitals", "meters", "tracing"),
          List.of("insight"),
          List.of("console"),
          List.of("rehearsal"),
          List.of("wiring"),
          List.of(""));

  PackageOrder() {
    super("use only packages on lines above their own");
  }

  @Override
  public void check(final JavaClass item, final ConditionEvents events) {
    final String own = feature(item);
    if (line(own) < 0) {
      events.add(SimpleConditionEvent.violated(item, item.getName() + ": unknown package " + own));
    }
    for (final Dependency dependency : item.getDirectDependenciesFromSelf()) {
      final JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (target.getPackageName().startsWith(ROOT) && !mayUse(own, feature(target))) {
        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
      }
    }
  }

  static boolean mayUse(final String user, final String used) {
    return user.equals(used) || line(used) < line(user);
  }

  private static String feature(final JavaClass item) {
    final String name = item.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static int line(final String feature) {
    for (int line = 0; line < LINES.size(); line++) {
      if (LINES.get(line).contains(feature)) {
        return line;
      }
    }
    return -1;
  }
}
