package io.gatehouse.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@GatehouseTest
class DocsPageTest {

  private final Api api;

  DocsPageTest(final Api api) {
    this.api = api;
  }

  @Test
  @Needs(Part.CHROMIUM)
  void a_browser_shows_every_chapter_and_its_calls(@TempDir final Path profile) throws Exception {
    final Process browser =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=20000",
                "--dump-dom",
                api.request("/docs").build().uri().toString())
            .redirectError(profile.resolve("complaints.log").toFile())
            .start();
    final String page = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(page)
        .contains("Check and send", "Webhooks", "Administration")
        .contains("/api/check", "/api/inbox")
        .contains("Authorize");
  }

  @Test
  void the_page_runs_only_what_this_server_gives_it() {
    final HttpResponse<String> page = api.send(api.request("/docs").GET());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("http:", "https:", "unsafe-eval");
    assertThat(page.body()).doesNotContain("http://", "https://", "<script>", "onload=");
  }

  @Test
  void its_files_are_these_and_no_others() {
    assertThat(status("/docs/swagger-ui-bundle.js")).isEqualTo(200);
    assertThat(status("/docs/swagger-ui.css")).isEqualTo(200);
    assertThat(status("/docs/application.yml")).isEqualTo(404);
    assertThat(status("/docs/..%2Fapplication.yml")).isEqualTo(404);
  }

  private int status(final String path) {
    return api.send(api.request(path).GET()).statusCode();
  }
}
