package io.gatehouse.base;

import java.util.regex.Pattern;

/** A tenant's name in URLs, tables and logs: lower-case letters, digits and dashes. */
public record OrganizationId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** The organization that is configured by environment. */
  public static final OrganizationId DEFAULT = new OrganizationId("default");

  /**
   * @throws Problem 400 when the name has another form
   */
  public OrganizationId {
    if (!isOne(value)) {
      throw Problem.badRequest(
          "organization_name",
          "An organization's name is 1 to 40 lower-case letters, digits and dashes.");
    }
  }

  public static boolean isOne(final String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
