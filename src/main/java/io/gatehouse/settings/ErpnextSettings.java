package io.gatehouse.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How an ERPNext site is watched, and what may be done there.
 *
 * @param watch which Issues' threads are screened
 * @param advisorFields the Issue's fields that name the provider, the first that is filled counts:
 *     {@code _assign} is Frappe's own list of assigned users; a custom field holds a user or an
 *     e-mail address
 * @param staff e-mail addresses, or domains with a leading {@code @}, of people who are neither
 *     side: they are never struck
 * @param hide what becomes of a document whose message is withheld or masked (X9)
 * @param footers what the organization's mail system puts under every message; each a text whose
 *     words are nobody's leak
 */
public record ErpnextSettings(
    Watch watch, List<String> advisorFields, Set<String> staff, Hide hide, List<String> footers) {

  public static final ErpnextSettings STANDARD =
      new ErpnextSettings(Watch.STANDARD, List.of("_assign"), Set.of(), Hide.RELINK, List.of());

  public ErpnextSettings {
    advisorFields = List.copyOf(advisorFields);
    staff = Set.copyOf(staff);
    footers = List.copyOf(footers);
  }

  /**
   * Issues that are of one of the types, or belong to one of the projects.
   *
   * @param types names of Issue Types; {@code *} for every Issue (S1.1)
   */
  public record Watch(Set<String> types, Set<String> projects) {

    /** Stands for every type. */
    public static final String ANY = "*";

    public static final Watch STANDARD = new Watch(Set.of("Accounting Support"), Set.of());

    public Watch {
      types = Set.copyOf(types);
      projects = Set.copyOf(projects);
    }
  }

  /** How the other side is kept from reading what it could read before us. */
  public enum Hide {
    /**
     * The Communication is moved to the alert's Issue; a Comment, which cannot move, is deleted.
     */
    RELINK,
    /** Deleted on the site; the text is kept here. */
    DELETE,
    /** Left where it is; a notice in the thread and to the owner says what it is. */
    ANNOTATE;

    /** The name used in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
