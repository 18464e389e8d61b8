package io.gatehouse.administration;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.SettingsBook.Version;
import io.gatehouse.web.ETag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the caller's organization. */
@Controller("/api/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettingsController {

  private final SettingsBook book;
  private final TextCosts costs;
  private final IdleSettings idle;

  SettingsController(final SettingsBook book, final TextCosts costs, final IdleSettings idle) {
    this.book = book;
    this.costs = costs;
    this.idle = idle;
  }

  /** The document in force, and what it means with every default spelled out. */
  @Get
  @Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
  HttpResponse<Shown> show(final Caller caller) {
    return shown(caller.organization());
  }

  /**
   * Replaces the document. {@code If-Match} (RFC 9110 §13.1.1) names the version that was read, so
   * that nobody's change is lost.
   */
  @Put
  @Secured(Caller.OWNER)
  HttpResponse<Shown> change(
      final Caller caller,
      @Header(HttpHeaders.IF_MATCH) final @Nullable String ifMatch,
      @Body final JsonNode document) {
    book.change(caller, ETag.version(ifMatch), document);
    return shown(caller.organization());
  }

  /**
   * Earlier versions, the newest first.
   *
   * @param after the last page's {@code next}
   */
  @Get("/versions")
  @Secured({Caller.OWNER, Caller.AUDITOR})
  Page<Version> versions(
      final Caller caller,
      @QueryValue final @Nullable Integer after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return book.history(caller.organization(), after == null ? Integer.MAX_VALUE : after, limit);
  }

  private HttpResponse<Shown> shown(final OrganizationId organization) {
    final Version version = book.document(organization);
    final Settings meaning = book.meaning(version);
    return HttpResponse.ok(
            Shown.of(version, book.resolve(version), costs.of(meaning), idle.of(meaning)))
        .header(HttpHeaders.ETAG, ETag.of(version.version()));
  }

  /**
   * @param document as it was written
   * @param resolved the same with every default
   * @param warnings texts that cost more than they need to
   * @param withoutEffect settings that do nothing as things stand, as paths in the document
   */
  @Serdeable
  record Shown(
      int version,
      @Nullable String changedBy,
      @Nullable Instant changedAt,
      JsonNode document,
      Map<String, Object> resolved,
      List<TextCost> warnings,
      List<String> withoutEffect) {

    static Shown of(
        final Version version,
        final Map<String, Object> resolved,
        final List<TextCost> warnings,
        final List<String> withoutEffect) {
      return new Shown(
          version.version(),
          version.changedBy(),
          version.changedAt(),
          version.document(),
          resolved,
          warnings,
          withoutEffect);
    }
  }
}
