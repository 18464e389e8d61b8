package io.gatehouse.week;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Twilio's Messages resource, with its failures. It remembers everything it was asked. */
final class SimulatedTwilio implements AutoCloseable {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages";
  private static final Duration SILENCE = Duration.ofSeconds(4);

  private final HttpServer server;
  private final Random chance;
  private final Callbacks callbacks;
  private final MessageList list;
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();
  private final Collection<Map<String, String>> asked = new ConcurrentLinkedQueue<>();
  private final Map<Fault, Integer> faults = new ConcurrentHashMap<>();
  private final AtomicInteger names = new AtomicInteger();
  private volatile boolean calm;

  SimulatedTwilio(final long seed, final Callbacks callbacks) throws IOException {
    this.chance = new Random(seed);
    this.callbacks = callbacks;
    this.list = new MessageList(ACCOUNT, MESSAGES + ".json");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From here on nothing fails any more. */
  void calmDown() {
    calm = true;
  }

  /** A message of a person, which Twilio keeps whether or not it could hand it over. */
  void received(final Written written) {
    list.add(
        new Sent(written.sid(), written.from(), written.to(), written.body(), "", Instant.now()),
        "inbound");
  }

  Collection<Sent> sent() {
    return sent.values();
  }

  /** The parameters of every request to send, also of those that failed. */
  Collection<Map<String, String>> asked() {
    return asked;
  }

  Map<Fault, Integer> faults() {
    return new TreeMap<>(faults);
  }

  private void answer(final HttpExchange exchange) throws IOException {
    try (exchange) {
      final String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST") && path.equals(MESSAGES + ".json")) {
        send(exchange);
      } else if (path.equals(MESSAGES + ".json")) {
        list(exchange);
      } else if (path.startsWith(MESSAGES + "/")) {
        fetch(exchange, path.substring(MESSAGES.length() + 1).replace(".json", ""));
      } else {
        reply(exchange, 404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
      }
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(final HttpExchange exchange) throws IOException, InterruptedException {
    final Map<String, String> form =
        Wire.form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(form);
    Thread.sleep(5 + draw(20));
    final Fault fault = calm ? Fault.NONE : nextFault();
    faults.merge(fault, 1, Integer::sum);
    final String answer = fault.acts ? MessageList.json(act(form), "outbound-api", ACCOUNT) : "";
    fail(exchange, fault, answer);
  }

  private void fail(final HttpExchange exchange, final Fault fault, final String answer)
      throws IOException, InterruptedException {
    switch (fault) {
      case NONE -> reply(exchange, 201, answer);
      case TOO_MANY_REQUESTS -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        reply(exchange, 429, "{\"code\":20429,\"message\":\"too many\",\"status\":429}");
      }
      case ERROR_BEFORE_ACTING -> reply(exchange, 503, "");
      case ERROR_AFTER_ACTING -> reply(exchange, 500, "<html>sorry</html>");
      case SILENCE_AFTER_ACTING -> {
        Thread.sleep(SILENCE);
        reply(exchange, 201, answer);
      }
      case RESET_BEFORE_ACTING, RESET_AFTER_ACTING -> exchange.close();
      case BROKEN_JSON_AFTER_ACTING -> reply(exchange, 201, answer.substring(0, 9));
      case NULL_AFTER_ACTING -> reply(exchange, 201, "null");
      case REFUSED_QUEUE_FULL ->
          reply(exchange, 400, "{\"code\":21611,\"message\":\"queue\",\"status\":400}");
    }
  }

  private Sent act(final Map<String, String> form) {
    final var taken =
        new Sent(
            "SM%032x".formatted(0xB0000000L + names.incrementAndGet()),
            form.getOrDefault("From", ""),
            form.getOrDefault("To", ""),
            form.getOrDefault("Body", ""),
            form.getOrDefault("StatusCallback", ""),
            Instant.now());
    sent.put(taken.sid, taken);
    list.add(taken, "outbound-api");
    callbacks.tellOf(taken, calm);
    return taken;
  }

  private void list(final HttpExchange exchange) throws IOException {
    if (!calm && draw(50) == 0) {
      reply(exchange, 503, "");
      return;
    }
    reply(exchange, 200, list.page(exchange.getRequestURI()));
  }

  private void fetch(final HttpExchange exchange, final String sid) throws IOException {
    final Sent found = sent.get(sid);
    if (found == null) {
      reply(exchange, 404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
    } else {
      reply(exchange, 200, MessageList.json(found, "outbound-api", ACCOUNT));
    }
  }

  private synchronized int draw(final int below) {
    return chance.nextInt(below);
  }

  private synchronized Fault nextFault() {
    return Fault.next(chance);
  }

  private static void reply(final HttpExchange exchange, final int status, final String body)
      throws IOException {
    final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
