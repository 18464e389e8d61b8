package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.List;
import java.util.Map;

/**
 * A site that answers as Frappe does. A test is connected with it by {@code @Property(name =
 * "env.ERPNEXT_URL", value = StubSite.URL)} and a key.
 */
public final class StubSite {

  public static final String URL = "${stub.erpnext.url}";
  public static final String COMMENTS = "/api/resource/Comment";
  public static final String ISSUES = "/api/resource/Issue";
  public static final String TYPES = "/api/resource/Issue%20Type";

  private static final WireMockServer SERVER = start();

  private StubSite() {}

  /** The server, forgetful of what it was asked, on which everything is created. */
  public static WireMockServer ready() {
    SERVER.resetAll();
    SERVER.stubFor(post(COMMENTS).willReturn(created("c0ffee0001")));
    SERVER.stubFor(post(ISSUES).willReturn(created("ISS-2026-00007")));
    SERVER.stubFor(get(urlPathMatching(ISSUES + "/.+")).willReturn(open()));
    SERVER.stubFor(put(urlPathMatching(ISSUES + "/.+")).willReturn(open()));
    return SERVER;
  }

  public static List<String> posted(final String path) {
    return SERVER.findAll(postRequestedFor(urlEqualTo(path))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  public static ResponseDefinitionBuilder created(final String name) {
    return okJson("{\"data\":{\"name\":\"" + name + "\",\"docstatus\":0}}");
  }

  private static ResponseDefinitionBuilder open() {
    return okJson("{\"data\":{\"name\":\"ISS-2026-00007\",\"status\":\"Open\"}}");
  }

  /** As v14 and v15 answer: the messages are JSON in JSON in JSON, and translated. */
  public static ResponseDefinitionBuilder refusal(final int status, final String excType) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(
            """
            {"exc_type":"%s","exc":"[\\"Traceback\\"]",\
            "_server_messages":"[\\"{\\\\\\"message\\\\\\": \\\\\\"Nicht gefunden\\\\\\"}\\"]"}"""
                .formatted(excType));
  }

  public static ResponseDefinitionBuilder linkMissing() {
    return refusal(417, "LinkValidationError");
  }

  /**
   * @param status 0 for a connection that breaks
   */
  public static ResponseDefinitionBuilder ambiguous(final int status) {
    return status == 0
        ? aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)
        : aResponse().withStatus(status).withBody("<html>proxy</html>");
  }

  private static WireMockServer start() {
    final WireMockServer server = new WireMockServer(0);
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    return server;
  }

  /** Tells every application context where it is. */
  @ContextConfigurer
  public static final class Address implements ApplicationContextConfigurer {

    @Override
    public void configure(final ApplicationContextBuilder builder) {
      builder.properties(Map.of("stub.erpnext.url", SERVER.baseUrl()));
    }
  }
}
