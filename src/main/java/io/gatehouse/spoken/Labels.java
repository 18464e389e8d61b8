package io.gatehouse.spoken;

import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.message.Verdict;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * S3.7's names of what was found. It knows four classes of ours by names of its own; a disguise,
 * which is an attribute here, is a class there.
 */
public final class Labels {

  /** Beside the classes, where any of it was hidden. */
  public static final String OBFUSCATION = "obfuscation";

  private Labels() {}

  private static final String MODERATION = "moderation_";

  /** All of a message's: of the findings, and of what moderation queued or holds it for. */
  public static List<String> of(final Verdict verdict) {
    return Stream.concat(
            of(verdict.findings()).stream(),
            verdict.opinion().stream().flatMap(opinion -> of(opinion).stream()))
        .toList();
  }

  /**
   * Those of what it rests on, such as {@code moderation_harassment}; none where nothing follows
   * from it.
   */
  public static List<String> of(final Opinion opinion) {
    return opinion.ruling() == Ruling.ALLOW
        ? List.of()
        : opinion.decisive().stream().map(category -> MODERATION + category.wire()).toList();
  }

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
