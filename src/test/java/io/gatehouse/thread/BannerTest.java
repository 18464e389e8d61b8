package io.gatehouse.thread;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.created;
import static io.gatehouse.erpnext.StubSite.posted;
import static io.gatehouse.erpnext.StubSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.erpnext.StubSite;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.site.SiteDocument;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reminder and the notice of escalation, and when they are said. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class BannerTest {

  private static final String LEAK = "<p>Call me at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final Effects effects;
  private final Tables tables;
  private final TestClock clock;

  private int messages;

  BannerTest(
      final Gatekeeper gatekeeper,
      final Conversations conversations,
      final Effects effects,
      final Tables tables,
      final TestClock clock) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.effects = effects;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_reminder_is_not_repeated_for_ten_minutes_and_only_what_was_said_counts_B20() {
    final Conversation thread = thread("ISS-1", "fr");
    leak(thread);
    clock.advance(Duration.ofMinutes(9));
    leak(thread);
    effects.runDue();

    assertThat(banners()).hasSize(1);
    assertThat(warned()).containsExactly("t", "f");
  }

  @Test
  void a_reminder_is_said_again_after_ten_minutes_and_in_every_thread() {
    leak(thread("ISS-1", null));
    leak(thread("ISS-2", null));
    clock.advance(Duration.ofMinutes(10));
    leak(thread("ISS-1", null));
    effects.runDue();

    assertThat(banners()).hasSize(3);
  }

  @Test
  void an_escalation_is_always_said_S1_20() {
    final Conversation thread = thread("ISS-1", null);
    for (int n = 0; n < 4; n++) {
      leak(thread);
    }
    effects.runDue();

    assertThat(banners())
        .hasSize(3)
        .satisfiesOnlyOnce(banner -> assertThat(banner).contains("A reminder"));
    assertThat(warned()).containsExactly("t", "f", "t", "t");
  }

  @Test
  void a_reminder_that_the_site_refused_does_not_silence_the_next_one_B24() {
    final Conversation thread = thread("ISS-1", null);
    site.stubFor(post(COMMENTS).willReturn(refusal(417, "ValidationError")));
    leak(thread);
    effects.runDue();
    site.stubFor(post(COMMENTS).willReturn(created("c0ffee0002")));
    leak(thread);
    effects.runDue();

    assertThat(warned()).containsExactly("f", "t");
  }

  @Test
  void a_reminder_speaks_the_language_of_whoever_wrote_B26() {
    leak(thread("ISS-1", "fr"));
    effects.runDue();

    assertThat(banners()).singleElement().asString().contains("rappel");
  }

  private List<String> warned() {
    return tables.strings(
        "select sender_warned_at is not null from anti_poaching_attempt order by opened_at, id");
  }

  private Conversation thread(final String issue, final @Nullable String language) {
    return conversations.register(
        OrganizationId.DEFAULT,
        Channel.ERPNEXT,
        issue,
        new Registration(
            new Person("Ann", issue.toLowerCase(Locale.ROOT) + "@mail.ca", null, language),
            new Person("Max", "max@firm.ca", null, null),
            List.of(),
            Known.NOTHING,
            null));
  }

  private void leak(final Conversation thread) {
    final var client = Objects.requireNonNull(thread.people().client());
    final String name = "m" + ++messages;
    gatekeeper.screen(
        new Incoming(
            new Origin(
                OrganizationId.DEFAULT,
                Channel.ERPNEXT,
                Direction.INBOUND,
                new Sender(Role.CLIENT, client.id(), "ann@mail.ca"),
                new SiteDocument("Communication", name, thread.externalRef()).envelope()),
            thread,
            new Content(LEAK, Format.HTML),
            Known.NOTHING,
            new NaturalKey("communication", name, null),
            Handling.SCREEN));
  }

  /** What the desk alone reads is not published. */
  private static List<String> banners() {
    return posted(COMMENTS).stream().filter(body -> body.contains("\"published\":1")).toList();
  }
}
