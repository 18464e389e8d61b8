package io.gatehouse.feed;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Follows the feed as a program would, and chooses what it tells. */
@Singleton
public final class Following {

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final JsonMapper json;

  Following(final Api api, final Keys keys, final Tables tables, final JsonMapper json) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.json = json;
  }

  /** An answer. */
  public record Answer(List<Map<String, Object>> items, String next) {

    public List<Object> all(final String field) {
      return items.stream().map(item -> (Object) String.valueOf(item.get(field))).toList();
    }
  }

  public Answer all() {
    return ask("");
  }

  public Answer after(final String cursor) {
    return ask("?after=" + cursor);
  }

  public Answer ask(final String query) {
    return read(body(OrganizationId.DEFAULT, query));
  }

  public Answer of(final OrganizationId organization) {
    return read(body(organization, ""));
  }

  String body(final OrganizationId organization, final String query) {
    return api.get("/api/events" + query, keys.of(organization, Caller.AUDITOR)).body();
  }

  @SuppressWarnings("unchecked")
  private Answer read(final String body) {
    try {
      final Map<String, Object> read =
          json.readValue(body, Argument.mapOf(String.class, Object.class));
      return new Answer(
          (List<Map<String, Object>>) Objects.requireNonNull(read.get("items"), body),
          "" + read.get("next"));
    } catch (final IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Chooses the chapter {@code feed} of an organization's settings. */
  public void choose(final OrganizationId organization, final String chapter) {
    final String versions =
        tables.one(
            "select count(*) from settings_version where organization_id = '" + organization + "'");
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.of(organization, Caller.OWNER))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + versions + "\"")
                .PUT(BodyPublishers.ofString("{\"feed\":{" + chapter + "}}")));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }
}
