package io.gatehouse.installing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the doctor says of a site that is connected. */
@GatehouseTest
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "env.PUBLIC_URL", value = "https://gate.invalid")
@Property(name = "env.ERPNEXT_API_KEY", value = "k")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s")
class SiteDoctorTest implements TestPropertyProvider {

  private static final String USER = "gatehouse@example.com";
  private static final String[] ROLES = {
    "Support Team", "Inbox User", "Website Manager", "Super Email User", "Maintenance User"
  };

  private final FakeDesk site = new FakeDesk(15);

  @Inject Api api;
  @Inject Keys keys;
  @Inject TestClock clock;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.ERPNEXT_URL", site.url());
  }

  @AfterAll
  void leave() {
    site.close();
  }

  @Test
  void a_user_with_the_roles_it_needs_is_fine_and_one_that_lacks_some_is_told_which()
      throws IOException {
    site.knows("k:s", USER);
    site.gives(USER, ROLES);
    assertThat(check("erpnext_key").path("detail").asText()).contains(USER);
    assertThat(state("erpnext_roles")).isEqualTo("fine");
    site.gives(USER, "Support Team");
    assertThat(check("erpnext_roles").path("detail").asText())
        .isEqualTo(USER + " lacks Inbox User, Maintenance User, Super Email User, Website Manager");
  }

  @Test
  void a_person_s_key_is_trouble_and_so_is_one_the_site_does_not_know() throws IOException {
    site.knows("k:s", "Administrator");
    assertThat(check("erpnext_roles").path("detail").asText())
        .contains("nothing is posted", "Administrator");
    site.knows("k:s", "jane@example.com");
    site.gives("jane@example.com", "Support Team", "HR Manager");
    assertThat(check("erpnext_roles").path("detail").asText()).contains("jane", "HR Manager");
    site.forgets("k:s");
    assertThat(check("erpnext_key").path("next").asText()).contains("ERPNEXT_API_KEY");
    assertThat(state("erpnext_roles")).isEqualTo("skipped");
  }

  @Test
  void a_missing_type_a_strange_clock_and_an_unknown_name_are_told() throws IOException {
    site.knows("k:s", USER);
    assertThat(state("erpnext_reachable")).isEqualTo("fine");
    assertThat(check("erpnext_types").path("detail").asText()).contains("Compliance Alert");
    assertThat(check("erpnext_clock").path("next").asText()).contains("NTP");
    clock.set(Instant.now());
    assertThat(state("erpnext_clock")).isEqualTo("fine");
    assertThat(check("public_url").path("detail").asText()).contains("gate.invalid", "DNS");
  }

  @Test
  void webhooks_are_looked_at_where_they_may_be_seen() throws IOException {
    site.knows("k:s", USER);
    site.forbidden.add("DocType");
    assertThat(state("erpnext_webhooks")).isEqualTo("skipped");
    site.forbidden.clear();
    assertThat(check("erpnext_webhooks").path("detail").asText())
        .contains("Webhook Issue on_update is missing");
  }

  private JsonNode check(final String name) throws IOException {
    final var answer = api.get("/api/doctor", keys.with("owner"));
    assertThat(answer.statusCode()).isEqualTo(200);
    for (final JsonNode check : FakeDocuments.JSON.readTree(answer.body()).path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError(name + " is not in " + answer.body());
  }

  private String state(final String name) throws IOException {
    return check(name).path("state").asText();
  }
}
