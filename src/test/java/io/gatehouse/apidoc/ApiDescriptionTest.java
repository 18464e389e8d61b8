package io.gatehouse.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@GatehouseTest
class ApiDescriptionTest {

  /** Of the tests' own controllers, whose routes nobody describes. */
  private static final String OF_TESTS = "/test";

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  private final Api api;
  private final ApiDescription description;
  private final Routes routes;

  ApiDescriptionTest(final Api api, final ApiDescription description, final Routes routes) {
    this.api = api;
    this.description = description;
    this.routes = routes;
  }

  private List<Operation> operations() {
    return Completion.operations(description.document());
  }

  /** Made by a whole compilation: after a new route, {@code mvn clean} or touch no class alone. */
  @Test
  void every_route_is_described_and_nothing_else() {
    final Set<String> described =
        operations().stream().map(Operation::route).collect(Collectors.toCollection(TreeSet::new));
    final Set<String> served =
        routes.access().keySet().stream()
            .filter(route -> !route.contains(OF_TESTS) && !route.startsWith("HEAD "))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void every_operation_says_what_it_does_who_may_and_how_it_fails() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              final JsonNode it = operation.description();
              assertThat(it.path("summary").asText()).as(operation.route()).endsWith(".");
              assertThat(it.has("security")).as(operation.route()).isTrue();
              assertThat(it.path("responses").has("default")).as(operation.route()).isTrue();
              assertThat(it.path("tags").path(0).asText())
                  .as(operation.route())
                  .isNotEqualTo("Other");
            });
    assertThat(operations()).extracting(Operation::id).doesNotHaveDuplicates();
  }

  @Test
  void what_needs_a_key_says_that_it_may_be_asked_too_often() {
    assertThat(operations())
        .filteredOn(operation -> operation.path().startsWith("/api/"))
        .allSatisfy(
            operation ->
                assertThat(operation.description().at("/responses/429/$ref").asText())
                    .as(operation.route())
                    .isEqualTo("#/components/responses/TooMany"));
    assertThat(operations())
        .filteredOn(operation -> operation.path().matches("/(health|manage|.*webhooks).*"))
        .isNotEmpty()
        .noneMatch(operation -> operation.description().path("responses").has("429"));
  }

  @Test
  void what_changes_something_says_what_it_takes() {
    assertThat(operations())
        .filteredOn(operation -> operation.method().equals("put"))
        .allSatisfy(
            operation ->
                assertThat(operation.description().has("requestBody"))
                    .as(operation.route())
                    .isTrue());
  }

  @Test
  void who_may_call_is_what_the_server_itself_says() {
    assertThat(described("post", "/api/keys").path("description").asText())
        .endsWith("For keys with the role owner.");
    assertThat(described("get", "/openapi.yml").path("security")).isEmpty();
  }

  @Test
  void the_caller_comes_with_the_key_and_is_no_part_of_a_request() {
    final String text = description.yaml();
    assertThat(text).doesNotContain("#/components/schemas/Caller", "name: caller");
  }

  @Test
  void every_reference_leads_somewhere() {
    final JsonNode document = description.document();
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void every_part_of_a_path_is_described() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              final Matcher variable = VARIABLE.matcher(operation.path());
              final List<String> named =
                  operation.description().path("parameters").findValuesAsText("name");
              while (variable.find()) {
                assertThat(named).as(operation.route()).contains(variable.group(1));
              }
            });
  }

  @Test
  void it_is_told_to_anybody() throws Exception {
    final HttpResponse<String> answer = api.send(api.request("/openapi.yml").GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    final Map<String, Object> read = new Yaml().load(answer.body());
    final JsonNode document = new ObjectMapper().valueToTree(read);
    assertThat(document).isEqualTo(description.document());
    assertThat(document.path("openapi").asText()).startsWith("3.0");
  }

  private JsonNode described(final String method, final String path) {
    return description.document().path("paths").path(path).path(method);
  }
}
