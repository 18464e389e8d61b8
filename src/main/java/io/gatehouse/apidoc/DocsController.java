package io.gatehouse.apidoc;

import io.gatehouse.base.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Shows this description, and a page on which every call can be tried. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {

  /**
   * Scripts, styles and calls of this server's own alone; the page can neither be framed nor send a
   * form, so that a key typed there goes nowhere else.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private final ApiDescription description;
  private final PageFiles files;

  DocsController(final ApiDescription description, final PageFiles files) {
    this.description = description;
    this.files = files;
  }

  /** This document: OpenAPI 3.0 in YAML. */
  @Get("/openapi.yml")
  @Produces("application/yaml")
  String description() {
    return description.yaml();
  }

  /** The page. A key that is typed there is kept until the page is left, and nowhere else. */
  @Get("/docs")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<byte[]> page() {
    return HttpResponse.ok(files.page())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** What the page is made of. */
  @Get("/docs/{file}")
  HttpResponse<byte[]> file(final String file) {
    final byte[] content =
        files
            .of(file)
            .orElseThrow(() -> Problem.notFound("not_found", "The page has no such file."));
    return HttpResponse.ok(content)
        .contentType(file.endsWith(".css") ? "text/css" : "text/javascript")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }
}
