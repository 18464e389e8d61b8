package io.gatehouse.events;

import io.gatehouse.detection.Finding;
import io.gatehouse.message.CodePoints;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("conversation_flag")
record FlagRow(
    @Id @GeneratedValue @Nullable Long id,
    String organizationId,
    UUID eventId,
    UUID textEventId,
    int spanStart,
    int spanEnd,
    @MappedProperty("class") String type,
    String rule,
    double confidence,
    @Nullable String disguise,
    String reason,
    String setting) {

  /**
   * @param text the text the finding's span points into, that of {@code textEvent}
   */
  static FlagRow of(
      final Finding finding,
      final String organization,
      final UUID event,
      final UUID textEvent,
      final String text) {
    return new FlagRow(
        null,
        organization,
        event,
        textEvent,
        CodePoints.start(finding.span(), text),
        CodePoints.end(finding.span(), text),
        finding.type().wire(),
        finding.rule(),
        finding.confidence(),
        finding.disguise(),
        finding.reason(),
        finding.setting().wire());
  }
}
