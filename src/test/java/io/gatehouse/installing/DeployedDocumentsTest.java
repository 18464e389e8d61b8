package io.gatehouse.installing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.frappe.PostingUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents of {@code deploy/erpnext} are those the command makes, for who imports them by
 * hand. After a change {@code mvn test -Dtest=DeployedDocumentsTest -Ddeploy.write=true} writes
 * them anew.
 */
class DeployedDocumentsTest {

  private static final Path HOME = Path.of("deploy", "erpnext");
  private static final String URL = "https://gate.example.org/webhooks/erpnext";
  private static final String USER = "gatehouse@example.org";
  private static final String DOCTYPE = "doctype";
  private static final String NAME = "name";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhooks.json",
        "webhooks-v14.json",
        "custom-fields.json",
        "issue-types.json",
        "user.json"
      })
  void the_documents_to_import_are_those_the_command_makes(final String file) throws IOException {
    final String wanted = text(documents(file));
    if (Boolean.getBoolean("deploy.write")) {
      Files.writeString(HOME.resolve(file), wanted);
    }
    assertThat(HOME.resolve(file)).hasContent(wanted);
  }

  @Test
  void the_roles_are_those_the_gateway_posts_with_and_the_steps_by_hand_name_them()
      throws IOException {
    final List<String> roles =
        Shipped.roles().stream().map(role -> String.valueOf(role.get("role"))).toList();
    assertThat(roles).containsExactlyInAnyOrderElementsOf(PostingUser.ROLES);
    final String steps = Files.readString(HOME.resolve("README.md"));
    Shipped.roles()
        .forEach(r -> assertThat(steps).contains("| " + r.get("role") + " | " + r.get("for")));
  }

  private static List<Map<String, Object>> documents(final String file) {
    return switch (file) {
      case "webhooks.json" -> webhooks(true);
      case "webhooks-v14.json" -> webhooks(false);
      case "custom-fields.json" -> customFields();
      case "issue-types.json" -> Shipped.types();
      case "user.json" -> List.of(user());
      default -> throw new AssertionError(file);
    };
  }

  /**
   * Disabled and without security: a secret cannot travel in a file, for Frappe exports asterisks,
   * and security without one is refused.
   */
  private static List<Map<String, Object>> webhooks(final boolean dynamic) {
    return Shipped.webhooks(URL).stream()
        .map(
            shipped -> {
              final Map<String, Object> webhook = typed("Webhook", shipped);
              webhook.put("enabled", 0);
              webhook.put("enable_security", 0);
              if (!dynamic) {
                webhook.remove("is_dynamic_url");
              }
              return webhook;
            })
        .toList();
  }

  private static List<Map<String, Object>> customFields() {
    final List<Map<String, Object>> fields = new ArrayList<>();
    for (final Map<String, Object> shipped : Shipped.customFields()) {
      final Map<String, Object> field = typed("Custom Field", shipped);
      field.put(NAME, shipped.get("dt") + "-" + shipped.get("fieldname"));
      fields.add(field);
    }
    return fields;
  }

  private static Map<String, Object> user() {
    final Map<String, Object> user = typed("User", UserChapter.document(USER));
    user.put(NAME, USER);
    return user;
  }

  private static Map<String, Object> typed(
      final String doctype, final Map<String, Object> document) {
    final Map<String, Object> typed = new LinkedHashMap<>();
    typed.put(DOCTYPE, doctype);
    typed.putAll(document);
    return typed;
  }

  private static String text(final List<Map<String, Object>> documents)
      throws JsonProcessingException {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(documents)
        + "\n";
  }
}
