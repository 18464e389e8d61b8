package io.gatehouse.carrier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The messages that Twilio has: remembers what it took, lists and shows them. */
public final class FakeMessages implements ResponseDefinitionTransformerV2 {

  static final String NAME = "messages";

  /** What becomes of a request to send. */
  public enum Mood {
    TAKES,
    /** Answers 429 without having acted. */
    BUSY,
    /** Answers 500 without having acted. */
    FAILS_BEFORE,
    /** Answers 500, and has acted. */
    FAILS_AFTER
  }

  /** A message of Twilio's, by the names of its JSON. */
  public record Kept(
      String sid,
      String from,
      String to,
      String body,
      String status,
      String code,
      Instant created) {

    Map<String, Object> json() {
      final Map<String, Object> json = new LinkedHashMap<>();
      json.put("sid", sid);
      json.put("from", from);
      json.put("to", to);
      json.put("body", body);
      json.put("status", status);
      json.put("error_code", code.isEmpty() ? null : Integer.valueOf(code));
      json.put("num_media", "0");
      json.put(
          "date_created",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atOffset(ZoneOffset.UTC)));
      return json;
    }
  }

  private final List<Kept> all = new CopyOnWriteArrayList<>();
  private InstantSource clock = InstantSource.fixed(TestClock.START);
  private int pageSize = 1000;
  private Supplier<Mood> moods = () -> Mood.TAKES;

  /** How it takes the next requests, where it is not told otherwise. */
  public void moods(final Supplier<Mood> next) {
    moods = next;
  }

  public void clock(final InstantSource source) {
    clock = source;
  }

  public void pageSize(final int size) {
    pageSize = size;
  }

  public List<Kept> all() {
    return List.copyOf(all);
  }

  public void clear() {
    all.clear();
    pageSize = 1000;
    moods = () -> Mood.TAKES;
  }

  public void add(final Kept message) {
    all.add(message);
  }

  /** Changes what Twilio knows of a message. */
  public void status(final String sid, final String status, final String code) {
    all.replaceAll(
        one ->
            one.sid().equals(sid)
                ? new Kept(sid, one.from(), one.to(), one.body(), status, code, one.created())
                : one);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(final ServeEvent event) {
    final Request request = event.getRequest();
    return RequestMethod.POST.equals(request.getMethod())
        ? taken(request, event.getResponseDefinition())
        : shown(request);
  }

  private ResponseDefinition taken(final Request request, final ResponseDefinition answer) {
    return switch (moods.get()) {
      case TAKES -> kept(request, answer);
      case BUSY -> json(429, Map.of("code", 20429));
      case FAILS_BEFORE -> json(500, Map.of("code", 20500));
      case FAILS_AFTER -> {
        kept(request, answer);
        yield json(500, Map.of("code", 20500));
      }
    };
  }

  /** Waits until it has so many. */
  public synchronized boolean awaits(final int count, final Duration longest)
      throws InterruptedException {
    final long end = System.nanoTime() + longest.toNanos();
    while (all.size() < count && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return all.size() >= count;
  }

  private synchronized ResponseDefinition kept(
      final Request request, final ResponseDefinition answer) {
    final Map<String, String> form = FakeTwilio.parameters(request.getBodyAsString());
    final Kept message =
        new Kept(
            "SM%032x".formatted(all.size() + 1),
            form.getOrDefault("From", ""),
            form.getOrDefault("To", ""),
            form.getOrDefault("Body", ""),
            "queued",
            "",
            clock.instant());
    all.add(message);
    notifyAll();
    return answer.getStatus() == 201
        ? ResponseDefinitionBuilder.like(answer).withBody(Json.write(message.json())).build()
        : answer;
  }

  private ResponseDefinition shown(final Request request) {
    final String path = request.getUrl().replaceAll("[?].*", "");
    if (path.endsWith("/Messages.json")) {
      return json(200, page(request));
    }
    return all.stream()
        .filter(one -> path.endsWith("/" + one.sid() + ".json"))
        .findFirst()
        .map(one -> json(200, one.json()))
        .orElseGet(() -> json(404, Map.of("code", 20404)));
  }

  private Map<String, Object> page(final Request request) {
    final List<Kept> fitting = all.reversed().stream().filter(one -> fits(one, request)).toList();
    final int page = values(request, "Page").findFirst().map(Integer::valueOf).orElse(0);
    final int end = Math.min(fitting.size(), (page + 1) * pageSize);
    final Map<String, Object> json = new LinkedHashMap<>();
    json.put("messages", fitting.subList(page * pageSize, end).stream().map(Kept::json).toList());
    final String here = request.getUrl().replaceAll("&Page=[0-9]+", "");
    json.put("next_page_uri", end < fitting.size() ? here + "&Page=" + (page + 1) : null);
    return json;
  }

  private static boolean fits(final Kept one, final Request request) {
    return values(request, "To").allMatch(one.to()::equals)
        && values(request, "From").allMatch(one.from()::equals)
        && values(request, "DateSent>")
            .map(LocalDate::parse)
            .noneMatch(LocalDate.ofInstant(one.created(), ZoneOffset.UTC)::isBefore);
  }

  private static Stream<String> values(final Request request, final String name) {
    final QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? parameter.values().stream() : Stream.empty();
  }

  private static ResponseDefinition json(final int status, final Map<String, Object> body) {
    return FakeTwilio.json(status).withBody(Json.write(body)).build();
  }
}
