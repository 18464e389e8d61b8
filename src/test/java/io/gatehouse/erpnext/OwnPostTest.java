package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.gatehouse.erpnext.StubSite.COMMENTS;
import static io.gatehouse.erpnext.StubSite.ambiguous;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;

/** What the gateway posted comes back by the same webhooks (B14). */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class OwnPostTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();

  private final Webhooks webhooks;
  private final Effects effects;
  private final Tables tables;

  OwnPostTest(final Webhooks webhooks, final Effects effects, final Tables tables) {
    this.webhooks = webhooks;
    this.effects = effects;
    this.tables = tables;
  }

  @Test
  void a_post_of_ours_that_comes_back_is_ignored() {
    leak("m1");
    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.banner'");
    final String early =
        Documents.comment("c0ffee0001", "gateway@firm.ca", 1, quoted(reference), LEAK);
    effects.runDue();
    final String late = Documents.comment("c0ffee0001", "gateway@firm.ca", 1, LEAK);
    assertThat(webhooks.send(late).body()).isEqualTo("{\"ignored\":\"own_post\"}");
    assertThat(webhooks.send(early).body()).isEqualTo("{\"ignored\":\"own_post\"}");
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void a_post_of_ours_may_overtake_the_answer_to_it() {
    site.stubFor(post(COMMENTS).willReturn(ambiguous(504)));
    leak("m1");
    effects.runDue();
    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.banner'");
    final String early =
        Documents.comment("c0ffee0001", "gateway@firm.ca", 1, quoted(reference), LEAK);
    assertThat(webhooks.send(early).body()).isEqualTo("{\"ignored\":\"own_post\"}");
  }

  @Test
  void a_reference_copied_into_ones_words_excuses_nothing() {
    leak("m1");
    effects.runDue();
    final String reference =
        tables.one("select reference from effect where kind = 'erpnext.banner'");
    final String copied =
        Documents.comment("x1", "ann@mail.ca", 1, quoted(reference), LEAK + reference);
    assertThat(webhooks.send(copied).body()).contains("\"flagged\":true");
  }

  private static String quoted(final String text) {
    return "\"" + text + "\"";
  }

  private void leak(final String name) {
    assertThat(webhooks.send(Documents.communication(name, "Received", "ann@mail.ca", LEAK)).body())
        .contains("\"flagged\":true");
  }
}
