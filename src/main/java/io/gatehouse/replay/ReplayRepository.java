package io.gatehouse.replay;

import io.gatehouse.asides.Setting;
import io.gatehouse.base.Channel;
import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.base.Secret;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.CodePoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a decision rested on; the server itself refuses every write. */
final class ReplayRepository implements AutoCloseable {

  private static final String PATIENCE_SECONDS = "5";

  /** Whether both sides can have read it as it was written, as far as is known today. */
  private static final String SHOWN =
      """
      (e.state = 'released' or (e.plan ->> 'delivery' = 'AS_IS'
        and e.state in ('visible', 'queued', 'sent', 'delivered')))
      """;

  /** As many messages and as far back as the gate looks. */
  private static final String BEFORE =
      """
      select e.id, e.sender_role, t.format, t.text, %s as shown
      from message_event e left join message_text t on t.event_id = e.id
      where e.conversation_id = ? and e.handling in ('screen', 'hold', 'examine')
        and (e.received_at, e.id) < (cast(? as timestamptz), ?)
        and e.received_at > cast(? as timestamptz) - interval '48 hours'
      order by e.received_at desc, e.id desc limit 12
      """
          .formatted(SHOWN);

  /** As many old texts as the gate takes for proof of a quote. */
  private static final String FOUND =
      """
      select e.sender_role, t.format, t.text
      from message_event e join message_text t on t.event_id = e.id
      where e.conversation_id = ? and e.id < ? and %s
        and exists (select 1 from conversation_flag f where f.text_event_id = e.id)
      order by e.received_at desc, e.id desc limit 20
      """
          .formatted(SHOWN);

  private static final String STRIKES =
      """
      select count(*) from strike s join pair p on p.id = s.pair_id
        join conversation c on c.organization_id = p.organization_id
          and c.client_id is not distinct from p.client_id
          and c.provider_id is not distinct from p.provider_id
      where c.id = ? and s.event_id <> ? and s.at <= ? and s.at > ?
      """;

  private final Connection connection;

  private ReplayRepository(final Connection connection) {
    this.connection = connection;
  }

  /** An earlier message; without its text where that was purged. */
  record Earlier(UUID id, Role sender, Optional<Format> format, String text, boolean shown) {

    Optional<Utterance> utterance() {
      return format.map(how -> new Utterance(sender, text, how));
    }
  }

  /** A text with how it is written. */
  record Text(String text, Format format) {}

  /** Settings as they were written. */
  record Document(int version, String json) {}

  static ReplayRepository open(final DatabaseUrl url) throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty("user", url.user());
    url.password().map(Secret::reveal).ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    final Connection connection = DriverManager.getConnection(url.jdbc(), properties);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return new ReplayRepository(connection);
  }

  Optional<StoredMessage.Head> head(final UUID id) throws SQLException {
    try (PreparedStatement query = prepared("select e.* from message_event e where e.id = ?", id);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(head(row)) : Optional.empty();
    }
  }

  Optional<Text> text(final UUID event) throws SQLException {
    try (PreparedStatement query =
            prepared("select text, format from message_text where event_id = ?", event);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(new Text(row.getString("text"), format(row.getString("format"))))
          : Optional.empty();
    }
  }

  /** What had been said before, oldest first. */
  List<Earlier> before(final StoredMessage.Head head) throws SQLException {
    final Timestamp at = Timestamp.from(head.receivedAt());
    final List<Earlier> earlier = new ArrayList<>();
    try (PreparedStatement query = prepared(BEFORE, head.conversation(), at, head.id(), at);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        final Optional<String> format = Optional.ofNullable(row.getString("format"));
        earlier.addFirst(
            new Earlier(
                row.getObject("id", UUID.class),
                Role.of(row.getString("sender_role")).orElseThrow(),
                format.map(ReplayRepository::format),
                format.isPresent() ? row.getString("text") : "",
                row.getBoolean("shown")));
      }
    }
    return earlier;
  }

  /** Texts that something was found in and that may be quoted, however old. */
  List<Utterance> found(final StoredMessage.Head head) throws SQLException {
    final List<Utterance> found = new ArrayList<>();
    try (PreparedStatement query = prepared(FOUND, head.conversation(), head.id());
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        final Role sender = Role.of(row.getString("sender_role")).orElseThrow();
        found.add(new Utterance(sender, row.getString("text"), format(row.getString("format"))));
      }
    }
    return found;
  }

  /** Findings whose text is still there. */
  List<Finding> findings(final UUID event, final Map<UUID, Integer> messages) throws SQLException {
    final String sql =
        """
        select f.*, t.text as whole from conversation_flag f
          join message_text t on t.event_id = f.text_event_id
        where f.event_id = ? order by f.id
        """;
    final List<Finding> findings = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, event);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        final Integer message = messages.get(row.getObject("text_event_id", UUID.class));
        if (message != null) {
          findings.add(finding(row, message));
        }
      }
    }
    return findings;
  }

  /** The settings of a version, and the newest version there is. */
  List<Document> settings(final String organization, final int version) throws SQLException {
    final String sql =
        """
        select version, cast(document as text) as document from settings_version
        where organization_id = ? and (version = ? or version =
          (select max(version) from settings_version where organization_id = ?))
        order by version
        """;
    final List<Document> documents = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, organization, version, organization);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        documents.add(new Document(row.getInt("version"), row.getString("document")));
      }
    }
    return documents;
  }

  /** What may be mentioned in the conversation, as it is known today. */
  Known known(final UUID conversation) throws SQLException {
    final Set<String> emails = new HashSet<>();
    final Set<String> phones = new HashSet<>();
    final Set<String> domains = new HashSet<>();
    final var kinds = Map.of("email", emails, "phone", phones, "domain", domains);
    try (PreparedStatement query =
            prepared(
                """
                select k.kind, k.value from conversation c
                join known_contact k on k.conversation_id = c.id
                where c.id = ?
                union
                select p.kind, p.value from conversation c
                join pair_contact p on p.organization_id = c.organization_id
                  and p.client_id = c.client_id and p.provider_id = c.provider_id
                where c.id = ?
                """,
                conversation,
                conversation);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        kinds.getOrDefault(row.getString("kind"), new HashSet<>()).add(row.getString("value"));
      }
    }
    return new Known(emails, phones, domains, Set.of());
  }

  /** The pair's strikes before a message. */
  int strikes(final StoredMessage.Head head, final Instant since) throws SQLException {
    try (PreparedStatement query =
            prepared(
                STRIKES,
                head.conversation(),
                head.id(),
                Timestamp.from(head.receivedAt()),
                Timestamp.from(since));
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  private PreparedStatement prepared(final String sql, final @Nullable Object... values)
      throws SQLException {
    final PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static StoredMessage.Head head(final ResultSet row) throws SQLException {
    return new StoredMessage.Head(
        row.getObject("id", UUID.class),
        row.getString("organization_id"),
        row.getObject("conversation_id", UUID.class),
        Channel.of(row.getString("channel")).orElseThrow(),
        Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
        Role.of(row.getString("sender_role")).orElseThrow(),
        row.getString("handling"),
        row.getString("decision"),
        row.getString("step"),
        row.getDouble("risk"),
        row.getInt("flag_count"),
        row.getBoolean("spared"),
        row.getString("rule_set"),
        row.getInt("settings_version"),
        row.getTimestamp("received_at").toInstant());
  }

  private static Finding finding(final ResultSet row, final int message) throws SQLException {
    return new Finding(
        message,
        CodePoints.toUtf16(
            row.getInt("span_start"), row.getInt("span_end"), row.getString("whole")),
        FindingClass.valueOf(row.getString("class").toUpperCase(Locale.ROOT)),
        row.getString("rule"),
        row.getDouble("confidence"),
        row.getString("disguise"),
        row.getString("reason"),
        Setting.of(row.getString("setting")));
  }

  private static Format format(final String wire) {
    return Format.valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
