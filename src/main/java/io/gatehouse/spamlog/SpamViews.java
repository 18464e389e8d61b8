package io.gatehouse.spamlog;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.spam.Spam.Reason;
import io.gatehouse.spamlog.SpamRepository.Row;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows rows of the log. */
@Singleton
class SpamViews {

  private final SpamRepository rows;
  private final ReasonTexts texts;
  private final SettingsBook settings;
  private final ObjectMapper json;
  private final Sealer sealer;

  SpamViews(
      final SpamRepository rows,
      final ReasonTexts texts,
      final SettingsBook settings,
      final ObjectMapper json,
      final Sealer sealer) {
    this.rows = rows;
    this.texts = texts;
    this.settings = settings;
    this.json = json;
    this.sealer = sealer;
  }

  /**
   * @param reader whose language and wording it is shown in
   */
  SpamView view(final OrganizationId reader, final Row row) {
    final Settings current = settings.current(reader);
    return new SpamView(
        row.id(),
        row.organizationId(),
        row.askedBy(),
        row.subject(),
        row.contentType(),
        row.sanitisedContent(),
        row.spamScore(),
        texts.of(current, reasons(row.spamReasons()), ""),
        row.isHighRisk(),
        row.actionTaken(),
        row.createdAt(),
        row.ipAddress(),
        review(row));
  }

  /** What was given, as long as it is kept. */
  Optional<String> original(final UUID id) {
    return rows.original(id).map(row -> open(row.askedBy(), row.originalContent()));
  }

  private String open(final String askedBy, final byte[] bytes) {
    final Secret plain = sealer.open(new OrganizationId(askedBy), SpamLog.PURPOSE, bytes);
    return plain.reveal();
  }

  private static SpamView.@Nullable Review review(final Row row) {
    final Integer turn = row.turn();
    if (turn == null
        || row.verdict() == null
        || row.reviewer() == null
        || row.reviewedAt() == null) {
      return null;
    }
    return new SpamView.Review(turn, row.verdict(), row.reason(), row.reviewer(), row.reviewedAt());
  }

  private List<Reason> reasons(final String stored) {
    try {
      return json.readValue(stored, Argument.listOf(JsonNode.class)).stream()
          .map(SpamViews::reason)
          .toList();
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static Reason reason(final JsonNode member) {
    return new Reason(member.get("code").getStringValue(), member.get("points").getIntValue());
  }
}
