package io.gatehouse.recognition;

/** Whether digits alone, without a text around them, are a number of some country. */
public final class NumberPlans {

  private NumberPlans() {}

  /**
   * @param digits without the leading plus sign
   */
  public static boolean international(final String digits) {
    return PhoneShape.international("+" + digits) != null;
  }

  /** As dialled within the region, or within one of the countries that are always tried. */
  public static boolean national(final String digits, final String region) {
    return PhoneShape.valid(digits, region) || PhoneShape.abroad(digits) != null;
  }
}
