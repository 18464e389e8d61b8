package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.outage.DatabaseAway;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is decided of messages while the database is away. */
class PreviewAwayTest {

  private final Proxy way = new Proxy();

  @Test
  void a_preview_goes_by_what_was_known_last_S3_15() throws IOException {
    try (ApplicationContext context =
        ApplicationContext.run(TestDatasource.properties(way.jdbc()), "test")) {
      context.getBean(Tables.class).clear();
      final Gatekeeper gatekeeper = context.getBean(Gatekeeper.class);
      final Talk talk = context.getBean(Talk.class);
      final Conversation free = talk.walk("free");
      final Conversation suspended = talk.issue("ISS-1", null);
      talk.says(suspended, Talk.LEAK);
      suspend(context.getBean(Tables.class), context.getBean(TestClock.class));
      talk.says(suspended, Talk.CLEAN);
      way.cut();
      context.getBean(TestClock.class).advance(Duration.ofHours(1));

      assertThat(gatekeeper.preview(said(free, Talk.CLEAN), List.of()).state())
          .isEqualTo(EventState.SENT);
      assertThat(gatekeeper.preview(said(free, Talk.LEAK), List.of()).state())
          .isEqualTo(EventState.WITHHELD);
      assertThat(gatekeeper.preview(said(suspended, Talk.CLEAN), List.of()).handling())
          .isEqualTo(Handling.HOLD);
      assertThatThrownBy(() -> gatekeeper.screen(said(free, Talk.CLEAN)))
          .matches(DatabaseAway::causes);
    }
  }

  @Test
  void an_organization_that_was_never_seen_cannot_be_previewed() throws IOException {
    try (ApplicationContext context =
        ApplicationContext.run(TestDatasource.properties(way.jdbc()), "test")) {
      context.getBean(Tables.class).clear();
      final Gatekeeper gatekeeper = context.getBean(Gatekeeper.class);
      final Conversation walk = context.getBean(Talk.class).walk("walk");
      way.cut();

      assertThatThrownBy(() -> gatekeeper.preview(said(walk, Talk.CLEAN), List.of()))
          .matches(DatabaseAway::causes);
    }
  }

  private static void suspend(final Tables tables, final TestClock clock) {
    tables.run(
        """
        insert into pair_standing (pair_id, organization_id, suspended_since, suspended_until,
          changed_at, changed_by)
        select id, organization_id, '2026-03-01', '2026-04-01', '2026-03-01', 'owner' from pair
        """);
    clock.advance(Duration.ofMinutes(1));
  }

  private static Incoming said(final Conversation in, final String text) {
    return new Incoming(
        new Origin(
            OrganizationId.DEFAULT,
            Channel.CHAT,
            Direction.INBOUND,
            new Origin.Sender(Role.CLIENT, null, "somebody"),
            Map.of()),
        in,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("chat", text, null),
        Handling.SCREEN);
  }
}
