package io.gatehouse.frames;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import java.util.List;
import java.util.stream.Stream;

/** What S3.7 calls our classes (X4). */
final class Labels {

  private static final String OBFUSCATION = "obfuscation";

  private Labels() {}

  static List<String> of(final List<Finding> findings) {
    final Stream<String> classes = findings.stream().map(finding -> label(finding.type()));
    final Stream<String> disguise =
        findings.stream().anyMatch(finding -> finding.disguise() != null)
            ? Stream.of(OBFUSCATION)
            : Stream.empty();
    return Stream.concat(classes.distinct(), disguise).toList();
  }

  static String label(final FindingClass type) {
    return switch (type) {
      case PHONE_NUMBER -> "contact_info_phone";
      case EMAIL_ADDRESS -> "contact_info_email";
      case URL -> "contact_info_url";
      case SOCIAL_MEDIA -> "contact_info_social";
      case MESSAGING_PLATFORM -> "contact_info_messaging";
      case BYPASS_LANGUAGE -> "bypass_language";
      case PAYMENT_BYPASS -> "payment_bypass";
    };
  }
}
