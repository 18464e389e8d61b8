package io.gatehouse.erpnext;

import io.gatehouse.settings.ErpnextSettings.Watch;
import java.util.Set;

/** Which Issues' threads are screened. */
final class Watched {

  /** The type of our own alerts: never a thread, whatever else is watched. */
  static final String ALERT = "Compliance Alert";

  private Watched() {}

  /**
   * Whether it is watched. An Issue whose type is not known, or that nobody has given one yet, is:
   * what cannot be told apart is looked at.
   *
   * @param type "" when it is not known
   * @param project "" when it has none
   */
  static boolean includes(final Watch watch, final String type, final String project) {
    return type.isEmpty()
        || watch.types().contains(Watch.ANY)
        || names(watch.types(), type)
        || !project.isEmpty() && names(watch.projects(), project);
  }

  static boolean alert(final String type) {
    return type.equalsIgnoreCase(ALERT);
  }

  /** As the site's database compares names: without regard to case. */
  private static boolean names(final Set<String> names, final String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
