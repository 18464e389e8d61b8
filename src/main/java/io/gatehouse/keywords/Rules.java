package io.gatehouse.keywords;

import java.util.List;

/** The rules of an organization (S4.10), compiled. */
public final class Rules {

  /** An organization without rules of its own. */
  public static final Rules NONE = new Rules(List.of(), false);

  private final List<Rule> given;
  private final boolean replaceDefaults;
  private final RuleMatcher matcher;

  private Rules(final List<Rule> given, final boolean replaceDefaults) {
    this.given = List.copyOf(given);
    this.replaceDefaults = replaceDefaults;
    this.matcher = new RuleMatcher(this.given);
  }

  /**
   * @param replaceDefaults whether the phrases that ship with Gatehouse score nothing; without
   *     rules they always do, and who seeks help is always recognised
   */
  public static Rules of(final List<Rule> given, final boolean replaceDefaults) {
    return new Rules(given, replaceDefaults);
  }

  public List<Rule> given() {
    return given;
  }

  public boolean replaceDefaults() {
    return replaceDefaults;
  }

  boolean defaultsHold() {
    return !replaceDefaults || given.isEmpty();
  }

  RuleMatcher matcher() {
    return matcher;
  }

  @Override
  public boolean equals(final Object other) {
    return other instanceof final Rules rules
        && rules.given.equals(given)
        && rules.replaceDefaults == replaceDefaults;
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  @Override
  public String toString() {
    return given.toString();
  }
}
