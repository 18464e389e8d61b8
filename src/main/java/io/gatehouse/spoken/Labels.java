package io.gatehouse.spoken;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * S3.7's names of what was found. It knows four classes of ours by names of its own; a disguise,
 * which is an attribute here, is a class there.
 */
public final class Labels {

  /** Beside the classes, where any of it was hidden. */
  public static final String OBFUSCATION = "obfuscation";

  private Labels() {}

  /** Each once, in the order of the findings. */
  public static List<String> of(final List<Finding> findings) {
    return of(
        findings.stream().map(Finding::type).toList(),
        findings.stream().anyMatch(finding -> finding.disguise() != null));
  }

  /**
   * @param disguised whether any of it was hidden
   */
  public static List<String> of(final Collection<FindingClass> classes, final boolean disguised) {
    final Set<String> labels = new LinkedHashSet<>();
    classes.forEach(type -> labels.add(of(type)));
    if (disguised) {
      labels.add(OBFUSCATION);
    }
    return List.copyOf(labels);
  }

  public static String of(final FindingClass type) {
    return switch (type) {
      case PHONE_NUMBER -> "contact_info_phone";
      case EMAIL_ADDRESS -> "contact_info_email";
      case URL -> "contact_info_url";
      case SOCIAL_MEDIA -> "contact_info_social";
      case MESSAGING_PLATFORM, BYPASS_LANGUAGE, PAYMENT_BYPASS -> type.wire();
    };
  }
}
