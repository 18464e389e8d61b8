package io.gatehouse.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a number of Twilio calls, shown and set, over the API and by the command. */
@GatehouseTest
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "env.TWILIO_ACCOUNT_SID", value = FakeNumbers.ACCOUNT)
@Property(name = "env.TWILIO_AUTH_TOKEN", value = "0123456789abcdef0123456789abcdef")
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com/x")
@Property(name = "gatehouse.twilio.timeouts.connect", value = "500ms")
@Property(name = "gatehouse.twilio.timeouts.read", value = "1s")
class ConnectTest implements TestPropertyProvider {

  private static final String PATH = "/api/connect/twilio";
  private static final String HOME = "https://gate.example.com/x/webhooks/twilio/";
  private static final String SMS = HOME + "sms#rc=3&rp=4xx,5xx,ct,rt&rt=4000&ct=2000";

  private final FakeNumbers twilio = new FakeNumbers();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject EmbeddedServer server;
  String owner;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.TWILIO_API_URL", twilio.url());
  }

  @BeforeEach
  void buy_three_numbers() {
    twilio.clear();
    twilio.add("+16045550100");
    twilio.add("+16045550101", "sms_url", "https://me:pass@old.example.com/sms");
    twilio.add("+16045550102", "sms_application_sid", "AP1");
    said.reset();
    owner = keys.with("owner");
  }

  @AfterAll
  void leave() {
    twilio.close();
  }

  @Test
  void every_number_of_every_page_is_shown_and_nothing_is_written() {
    final JsonNode shown = json(api.get(PATH, owner), 200);
    assertThat(shown.path("numbers")).hasSize(3);
    assertThat(shown.path("numbers")).allMatch(n -> n.path("state").asText().equals("differs"));
    final JsonNode sms = setting(shown, 1, "sms_url");
    assertThat(sms.path("now").asText()).isEqualTo("https://***@old.example.com/sms");
    assertThat(sms.path("should_be").asText()).isEqualTo(SMS);
    assertThat(sms.path("equal").asBoolean()).isFalse();
    assertThat(setting(shown, 0, "sms_method").path("equal").asBoolean()).isTrue();
    assertThat(setting(shown, 0, "voice_application_sid").path("equal").asBoolean()).isTrue();
    assertThat(shown.path("notes").toString()).contains("Defer to sender's webhook");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void what_differs_is_set_and_read_back_and_written_once() {
    final JsonNode connected = json(api.post(PATH, owner, "{\"all\": true}"), 200);
    assertThat(connected.path("numbers")).allMatch(n -> n.path("state").asText().equals("set"));
    assertThat(setting(connected, 0, "sms_url").path("now").asText()).isEqualTo(SMS);
    assertThat(setting(connected, 0, "sms_fallback_url").path("now").asText())
        .isEqualTo(HOME + "sms");
    assertThat(setting(connected, 0, "status_callback").path("now").asText())
        .isEqualTo(HOME + "status");
    assertThat(setting(connected, 0, "voice_url").path("now").asText()).isEqualTo(HOME + "voice");
    assertThat(setting(connected, 2, "sms_application_sid").path("now").asText()).isEmpty();
    assertThat(twilio.writes()).hasSize(3);
    assertThat(twilio.writes().getFirst()).doesNotContain("SmsMethod");
    assertThat(twilio.requests().getLast()).startsWith("GET").contains("PN0");
    final JsonNode again = json(api.post(PATH, owner, "{\"all\": true}"), 200);
    assertThat(again.path("numbers")).allMatch(n -> n.path("state").asText().equals("connected"));
    assertThat(twilio.writes()).hasSize(3);
    assertThat(tables.strings("select action || ' ' || subject from audit_entry order by id"))
        .hasSize(3)
        .startsWith("twilio.number_connected +16045550100");
  }

  @Test
  void only_the_chosen_numbers_are_touched() {
    final var answer = api.post(PATH, owner, "{\"numbers\": [\"+16045550101\"]}");
    assertThat(json(answer, 200).path("numbers")).hasSize(1);
    assertThat(twilio.writes()).hasSize(1);
    final String unknown = "{\"numbers\": [\"+16045550101\", \"+16045550109\"]}";
    assertThat(json(api.post(PATH, owner, unknown), 404).path("code").asText())
        .isEqualTo("unknown_number");
    assertThat(twilio.writes()).hasSize(1);
  }

  @Test
  void a_setting_that_does_not_stick_is_told() {
    twilio.ignores("sms_fallback_url");
    final JsonNode number =
        json(api.post(PATH, owner, "{\"numbers\": [\"+16045550100\"]}"), 200)
            .path("numbers")
            .get(0);
    assertThat(number.path("state").asText()).isEqualTo("not_stuck");
    assertThat(run("--number", "+16045550100", "--apply")).isEqualTo(1);
    assertThat(said()).contains("+16045550100  Line 00  not stuck", "≠ sms_fallback_url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"code\":20003,\"message\":\"about AC1\"} | 502 | twilio_refused",
        "404 | {\"code\":20404}                           | 502 | twilio_refused",
        "500 | oops                                       | 502 | twilio_refused",
        "302 | {}                                         | 502 | twilio_refused",
        "200 | <html>                                     | 502 | twilio_unreadable",
        "200 | null                                       | 502 | twilio_unreadable",
        "200 | []                                         | 502 | twilio_unreadable",
      })
  void what_twilio_refuses_is_told_without_its_words(
      final int status, final String body, final int told, final String code) {
    twilio.answers(status, body);
    final JsonNode answer = json(api.get(PATH, owner), told);
    assertThat(answer.path("code").asText()).isEqualTo(code);
    assertThat(answer.toString()).doesNotContain("AC1");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_twilio_that_does_not_answer_is_given_up_in_time(final FakeNumbers.Fault fault) {
    twilio.suffers(fault);
    try {
      assertThat(json(api.get(PATH, owner), 503).path("code").asText())
          .isEqualTo("twilio_unreachable");
    } finally {
      twilio.relent();
    }
    assertThat(json(api.get(PATH, owner), 200).path("numbers")).hasSize(3);
  }

  @Test
  void a_page_elsewhere_is_not_fetched() {
    twilio.answers(
        200,
        "{\"incoming_phone_numbers\":[],\"next_page_uri\":\"https://evil.example.com/x?Page=1\"}");
    assertThat(json(api.get(PATH, owner), 200).path("numbers")).isEmpty();
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"all\": false}",
        "{\"all\": \"x\"}",
        "{\"numbers\": {}}",
        "{\"numbers\": []}",
        "{\"numbers\": [\"+16045550100\"], \"all\": true}"
      })
  void a_broken_choice_is_refused(final String body) {
    assertThat(json(api.post(PATH, owner, body), 400).path("status").asInt()).isEqualTo(400);
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void only_an_owner_connects_and_another_organization_has_its_own_account() {
    for (final String role : List.of("operator", "moderator", "auditor", "sender")) {
      assertThat(api.get(PATH, keys.with(role)).statusCode()).as(role).isEqualTo(403);
    }
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final String other = keys.of(new OrganizationId("other"), "owner");
    assertThat(json(api.get(PATH, other), 409).path("code").asText()).isEqualTo("sandbox");
    assertThat(twilio.requests()).isEmpty();
  }

  @Test
  void the_command_shows_sets_and_ends_with_what_it_found() {
    assertThat(run()).isEqualTo(1);
    assertThat(said())
        .contains("+16045550101  Line 01  differs", "should be               " + SMS)
        .contains("Defer to sender's webhook");
    assertThat(twilio.writes()).isEmpty();
    assertThat(run("--all", "--apply")).isZero();
    assertThat(said()).contains("+16045550102  Line 02  set");
    assertThat(run("--all", "--apply")).isZero();
    assertThat(twilio.writes()).hasSize(3);
    assertThat(run("--number", "+16045550101")).isZero();
    assertThat(said()).contains("+16045550101").doesNotContain("+16045550100");
    assertThat(run("--number", "+16045550109")).isEqualTo(1);
    assertThat(said()).contains("is no number of this account");
  }

  @Test
  void wrong_usage_and_a_gateway_that_refuses_are_told_in_a_sentence() {
    assertThat(run("--apply")).isEqualTo(2);
    assertThat(run("--all", "--number", "+1")).isEqualTo(2);
    assertThat(command(Map.of()).execute()).isEqualTo(2);
    assertThat(said()).contains("GATEHOUSE_OWNER_KEY");
    assertThat(command(Map.of()).execute("--url", "gate.example.com", "--key", "x")).isEqualTo(2);
    owner = keys.with("sender");
    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("gatehouse connect: 403").doesNotContain("\tat ");
    assertThat(command(Map.of()).execute("--url", "http://localhost:1", "--key", "gh_x"))
        .isEqualTo(1);
    assertThat(said()).contains("does not answer");
  }

  private static JsonNode setting(final JsonNode shown, final int number, final String name) {
    for (final JsonNode setting : shown.path("numbers").get(number).path("settings")) {
      if (setting.path("name").asText().equals(name)) {
        return setting;
      }
    }
    throw new AssertionError(name + " is not shown: " + shown);
  }

  private static JsonNode json(final HttpResponse<String> answer, final int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JsonMapper.builder().build().readTree(answer.body());
    } catch (final IOException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }

  private int run(final String... arguments) {
    said.reset();
    final var all = new String[arguments.length + 2];
    all[0] = "--url";
    all[1] = server.getURL() + "/";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return command(Map.of("GATEHOUSE_OWNER_KEY", owner)).execute(all);
  }

  private CommandLine command(final Map<String, String> variables) {
    final var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new ConnectTwilioCommand(variables, stream, stream))
        .setErr(new PrintWriter(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
