package io.gatehouse.lookup;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.gatehouse.erpnext.StubSite;

/** A site with one Issue, its customer's contact, an advisor and a colleague. */
final class Site {

  static final String ISSUE = "/api/resource/Issue/ISS-1";
  static final String CONTACT = "/api/resource/Contact/Ann";

  private final WireMockServer server = StubSite.ready();

  /** Answers as Frappe does: what is not there is 404 with its exc_type. */
  Site() {
    answer(any(anyUrl()).atPriority(9), StubSite.refusal(404, "DoesNotExistError"));
    issue("Accounting Support", "ann@mail.ca");
    list("/api/resource/Issue", "{\"name\":\"ISS-1\",\"_assign\":\"[\\\"bo@firm.ca\\\"]\"}");
    list("/api/resource/Contact", "{\"name\":\"Ann\"}");
    document(
        CONTACT,
        """
        {"name":"Ann","full_name":"Ann Lee","email_id":"Ann@mail.ca","mobile_no":"604 555 0143",
         "phone":"","email_ids":[{"email_id":"ann@mail.ca"},{"email_id":"office@shop.ca"}],
         "phone_nos":[{"phone":"+1 604 555 0199"},{"phone":"ask her"}],
         "links":[{"link_doctype":"Customer","link_name":"Shop"}]}
        """);
    document("/api/resource/User/bo@firm.ca", "{\"name\":\"bo@firm.ca\",\"full_name\":\"Bo\"}");
    document("/api/resource/User/mo@firm.ca", "{\"user_type\":\"System User\"}");
    told("frappe.client.get_time_zone", "{\"time_zone\":\"America/Vancouver\"}");
    told("frappe.auth.get_logged_user", "\"Gateway@firm.ca\"");
  }

  WireMockServer server() {
    return server;
  }

  void issue(final String type, final String raisedBy) {
    document(
        ISSUE,
        """
        {"name":"ISS-1","issue_type":"%s","status":"Open","raised_by":"%s","customer":"Shop",
         "contact":null,"description":"<p>hi</p>","modified":"2026-03-02 09:30:00.482913"}
        """
            .formatted(type, raisedBy));
  }

  void unassigned() {
    list("/api/resource/Issue", "{\"name\":\"ISS-1\",\"_assign\":null}");
  }

  void refuses(final String path, final int status, final String excType) {
    answer(get(urlPathEqualTo(encoded(path))), StubSite.refusal(status, excType));
  }

  void document(final String path, final String json) {
    answer(get(urlPathEqualTo(encoded(path))), okJson("{\"data\":" + json + "}"));
  }

  private void list(final String path, final String json) {
    answer(get(urlPathEqualTo(path)), okJson("{\"data\":[" + json + "]}"));
  }

  private void told(final String method, final String json) {
    answer(get(urlEqualTo("/api/method/" + method)), okJson("{\"message\":" + json + "}"));
  }

  private void answer(final MappingBuilder request, final ResponseDefinitionBuilder response) {
    server.stubFor(request.willReturn(response));
  }

  private static String encoded(final String path) {
    return path.replace("@", "%40");
  }
}
