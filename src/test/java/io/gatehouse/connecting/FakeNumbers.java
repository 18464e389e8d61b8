package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** Twilio's IncomingPhoneNumbers resource: keeps what is set, two numbers a page. */
final class FakeNumbers implements AutoCloseable {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HOME = "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers";
  private static final int PAGE = 2;

  private final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final Set<String> deaf = new TreeSet<>();
  private final HttpServer server;
  private int status = 200;
  private String nonsense = "";
  private volatile Fault fault = Fault.NONE;
  private volatile CountDownLatch patience = new CountDownLatch(0);

  /** What happens to a request instead of an answer. */
  enum Fault {
    NONE,
    HANGS_UP,
    IS_SILENT,
    /** The head comes, the body stops after its first byte. */
    STOPS_HALF_WAY
  }

  FakeNumbers() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  synchronized void clear() {
    numbers.clear();
    requests.clear();
    deaf.clear();
    status = 200;
    nonsense = "";
  }

  /** A number as Twilio sells it, but for what is said of it. */
  synchronized void add(final String number, final String... settings) {
    final String sid = "PN%032x".formatted(numbers.size() + 1);
    final ObjectNode node =
        JSON.createObjectNode()
            .put("sid", sid)
            .put("phone_number", number)
            .put("friendly_name", "Line " + number.substring(number.length() - 2))
            .put("sms_url", "https://demo.twilio.com/welcome/sms/reply")
            .put("sms_method", "POST")
            .put("sms_fallback_url", "")
            .put("sms_fallback_method", "POST")
            .put("sms_application_sid", "")
            .put("status_callback", "")
            .put("status_callback_method", "POST")
            .put("voice_url", "https://demo.twilio.com/welcome/voice/")
            .put("voice_method", "POST")
            .putNull("voice_application_sid");
    node.putObject("capabilities").put("sms", true).put("voice", true);
    for (int i = 0; i < settings.length; i += 2) {
      node.put(settings[i], settings[i + 1]);
    }
    numbers.put(sid, node);
  }

  /** Takes what it is told about this setting and keeps what it had. */
  synchronized void ignores(final String setting) {
    deaf.add(setting);
  }

  synchronized void answers(final int code, final String body) {
    status = code;
    nonsense = body;
  }

  /** Until {@link #relent}. */
  void suffers(final Fault next) {
    patience = new CountDownLatch(1);
    fault = next;
  }

  void relent() {
    fault = Fault.NONE;
    patience.countDown();
  }

  /** Method, path and form of all it was asked. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized List<String> writes() {
    return requests.stream().filter(request -> request.startsWith("POST")).toList();
  }

  private void receive(final HttpExchange exchange) throws IOException {
    switch (fault) {
      case NONE -> answer(exchange);
      case HANGS_UP -> exchange.close();
      case IS_SILENT -> stall(exchange);
      case STOPS_HALF_WAY -> {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        stall(exchange);
      }
    }
  }

  private void stall(final HttpExchange exchange) {
    try {
      patience.await();
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private synchronized void answer(final HttpExchange exchange) throws IOException {
    final String form =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII),
            StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + form);
    final String body = nonsense.isEmpty() ? body(exchange, form) : nonsense;
    final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String body(final HttpExchange exchange, final String form) {
    final String path = exchange.getRequestURI().getPath();
    if (path.equals(HOME + ".json")) {
      return page(exchange.getRequestURI().getQuery());
    }
    final ObjectNode number =
        Objects.requireNonNull(numbers.get(path.substring(HOME.length() + 1).replace(".json", "")));
    if (exchange.getRequestMethod().equals("POST")) {
      set(number, form);
    }
    return number.toString();
  }

  private String page(final String query) {
    final int from = query.contains("Page=") ? PAGE * pageOf(query) : 0;
    final ObjectNode page = JSON.createObjectNode();
    final var list = page.putArray("incoming_phone_numbers");
    numbers.values().stream().skip(from).limit(PAGE).forEach(list::add);
    if (from + PAGE < numbers.size()) {
      page.put("next_page_uri", HOME + ".json?PageSize=2&Page=" + (from / PAGE + 1));
    } else {
      page.putNull("next_page_uri");
    }
    return page.toString();
  }

  private static int pageOf(final String query) {
    final int at = query.indexOf("&Page=");
    return at < 0 ? 0 : Integer.parseInt(query.substring(at + "&Page=".length()));
  }

  /** Values hold no "&" here but in addresses with a fragment, whose parts are put back. */
  private void set(final ObjectNode number, final String form) {
    for (final String pair : form.split("&(?=[A-Z])", -1)) {
      final String[] parts = pair.split("=", 2);
      final String name = parts[0].replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
      if (!deaf.contains(name)) {
        number.put(name, parts[1]);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
