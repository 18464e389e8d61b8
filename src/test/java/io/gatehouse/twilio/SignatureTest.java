package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are those of Twilio's own libraries, for the token 12345. */
class SignatureTest {

  private static final List<Secret> TOKENS = List.of(new Secret("12345"));
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String CALL =
      "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309"
          + "&From=%2B14158675309";
  private static final String CALL_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String JSON_URL =
      URL + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  private static final String JSON_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4=";

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com:443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "http://mycompany.com:80/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue,"
        + " er2tvAP1Wx+iuTTE2BPgvEaN1cs=",
  })
  void a_form_is_signed_with_the_url_whether_or_not_it_names_the_port(
      final String url, final String signature) {
    assertThat(form(url, CALL, signature)).isTrue();
    assertThat(form(url, CALL, "x" + signature.substring(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Message=Hello+%26+goodbye%21+%40%23%24%25%5E%2A%28%29&From=%2B1+%28415%29+867-5309"
            + "&Special=unicode%3A+%C3%B1%C3%A1%C3%A9%C3%AD%C3%B3%C3%BA"
            + "|dCPiR4WtQ6QFN6pJh81CtlCcWLQ=",
        "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=|9HHp/OqQMEwdrVebHDdA/+tqjX8=",
        "Digits&CallSid=CA1234567890ABCDE&EmptyParam|9HHp/OqQMEwdrVebHDdA/+tqjX8=",
        "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234"
            + "|IK+Dwps556ElfBT0I3Rgjkr1wJU=",
        "callSid=lowercase&CallSid=uppercase&CALLSID=allcaps|jDK7WKT8wiNrwggd4ceTv4e1MJ4=",
        "CALLSID=allcaps&callSid=lowercase&&CallSid=uppercase&|jDK7WKT8wiNrwggd4ceTv4e1MJ4=",
      })
  void parameters_are_signed_decoded_and_in_the_order_of_their_bytes(
      final String body, final String signature) {
    assertThat(form(URL, body, signature)).isTrue();
  }

  @Test
  void a_get_is_signed_by_its_url_alone() {
    final String signature = "zYQTYrRWXE7LtzbG4PfP7/bkkGo=";
    assertThat(other(URL, "", signature)).isTrue();
    assertThat(other(URL + "&x=1", "", signature)).isFalse();
    assertThat(other(URL, "a body nobody signed", signature)).isFalse();
  }

  @Test
  void a_json_body_is_signed_by_its_hash_in_the_url() {
    assertThat(other(JSON_URL, JSON, JSON_SIGNATURE)).isTrue();
    assertThat(other(JSON_URL, JSON + " ", JSON_SIGNATURE)).isFalse();
    assertThat(form(JSON_URL, "a=" + JSON, JSON_SIGNATURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?bar=2&foo=1",
    "https://mycompany.com/myapp.php?foo=1&bar=2#part",
    "https://mycompany.com/myapp.php/?foo=1&bar=2",
    "https://mycompany.com//myapp.php?foo=1&bar=2",
    "https://MyCompany.com/myapp.php?foo=1&bar=2",
    "http://mycompany.com/myapp.php?foo=1&bar=2",
    "https://mycompany.com:8443/myapp.php?foo=2&bar=2",
  })
  void nothing_is_normalised(final String url) {
    assertThat(form(url, CALL, CALL_SIGNATURE)).isFalse();
  }

  @Test
  void any_token_in_force_may_have_signed() {
    final var request = new SignedRequest(URL, Optional.of(parsed(CALL)), new byte[0]);
    final List<Secret> rotating = List.of(new Secret("new"), new Secret("12345"));
    assertThat(Signature.holds(request, CALL_SIGNATURE, rotating)).isTrue();
    assertThat(Signature.holds(request, CALL_SIGNATURE, List.of(new Secret("new")))).isFalse();
    assertThat(Signature.holds(request, CALL_SIGNATURE, List.of())).isFalse();
    assertThat(Signature.holds(request, "", rotating)).isFalse();
  }

  @Test
  void credentials_in_the_url_and_ipv6_keep_their_colons() {
    assertThat(Urls.asTwilioMayHaveWritten("https://u:p@host/x"))
        .containsExactly("https://u:p@host/x", "https://u:p@host:443/x");
    assertThat(Urls.asTwilioMayHaveWritten("http://[::1]:80/x"))
        .containsExactly("http://[::1]:80/x", "http://[::1]/x");
  }

  private static boolean form(final String url, final String body, final String signature) {
    final var request = new SignedRequest(url, Optional.of(parsed(body)), bytes(body));
    return Signature.holds(request, signature, TOKENS);
  }

  private static boolean other(final String url, final String body, final String signature) {
    return Signature.holds(
        new SignedRequest(url, Optional.empty(), bytes(body)), signature, TOKENS);
  }

  private static Form parsed(final String body) {
    return Form.parse(bytes(body));
  }

  private static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
