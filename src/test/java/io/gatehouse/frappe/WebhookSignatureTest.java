package io.gatehouse.frappe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Problem;
import io.gatehouse.base.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vectors were computed with Frappe's own serialisers: json.dumps and as_json. */
class WebhookSignatureTest {

  private static final Secret SECRET = new Secret("s3cr3t");

  private static final String ONE_LINE =
      "{\"name\": \"a1b2c3d4e5\", \"content\": \"<div class=\\\"ql-editor read-mode\\\"><p>Call me"
          + " \\u260e 555</p></div>\", \"n\": 1, \"x\": null}";
  private static final String ONE_LINE_SIGNED = "f8dC6sOdBRM10hqqs2TIc7Hs524zysy0VgCZ6lxasfc=";

  private static final String INDENTED =
      """
      {
       "content": "<div class=\\"ql-editor read-mode\\"><p>Call me \\u260e 555</p></div>",
       "n": 1,
       "name": "a1b2c3d4e5",
       "x": null
      }""";
  private static final String INDENTED_SIGNED = "bnn1svhpGm/FQRFL2h2OXS8XXCRalUoYmk95cNn9Ig4=";

  private final WebhookProof proof = new WebhookProof(new Arrivals());

  @Test
  void both_serialisations_of_frappe_are_proved() {
    assertThat(signer(ONE_LINE, ONE_LINE_SIGNED)).isEqualTo(SECRET);
    assertThat(signer(INDENTED, INDENTED_SIGNED)).isEqualTo(SECRET);
    assertThat(proof.refused()).isZero();
  }

  @Test
  void any_accepted_secret_will_do_while_one_replaces_another() {
    final Secret fresh = new Secret("fresh");
    assertThat(proof.require(List.of(fresh, SECRET), bytes(ONE_LINE), ONE_LINE_SIGNED))
        .isEqualTo(SECRET);
  }

  @Test
  void another_body_another_secret_or_another_form_is_refused_and_counted() {
    refused("signature_wrong", ONE_LINE + " ", ONE_LINE_SIGNED, SECRET);
    refused("signature_wrong", ONE_LINE, ONE_LINE_SIGNED, new Secret("S3cr3t"));
    refused("signature_wrong", ONE_LINE, "sha256=" + ONE_LINE_SIGNED, SECRET);
    refused("signature_wrong", ONE_LINE, "", SECRET);
    refused("signature_missing", ONE_LINE, null, SECRET);
    assertThat(proof.refused()).isEqualTo(5);
  }

  private Secret signer(final String body, final String signature) {
    return proof.require(List.of(SECRET), bytes(body), signature);
  }

  private void refused(
      final String code, final String body, final @Nullable String signature, final Secret secret) {
    assertThatThrownBy(() -> proof.require(List.of(secret), bytes(body), signature))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(401);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
