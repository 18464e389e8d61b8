package io.gatehouse.events;

import io.gatehouse.asides.Setting;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.message.CodePoints;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A flag as the database hands it out; its offsets count code points. */
@Serdeable
record FlagJson(
    int start,
    int end,
    String type,
    String rule,
    double confidence,
    @Nullable String disguise,
    String reason,
    String setting) {

  Finding toFinding(final String text) {
    return new Finding(
        0,
        CodePoints.toUtf16(start, end, text),
        FindingClass.valueOf(type.toUpperCase(Locale.ROOT)),
        rule,
        confidence,
        disguise,
        reason,
        Setting.of(setting));
  }
}
