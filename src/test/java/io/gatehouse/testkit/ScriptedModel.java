package io.gatehouse.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that speaks as OpenAI's does, over real HTTP, and answers by a script: what is next in
 * it, or else that nothing is wrong with the text.
 */
public final class ScriptedModel implements AutoCloseable {

  public static final String NAME = "scripted-1";
  public static final String KEY = "sk-scripted";

  /** What a good answer says it cost. */
  public static final int PROMPT_TOKENS = 300;

  public static final int COMPLETION_TOKENS = 80;

  private static final Pattern NONCE = Pattern.compile("nonce is ([0-9a-f]{32})");
  private static final List<String> CATEGORIES =
      List.of("hate", "harassment", "sexual", "sexual_minors", "violence", "self_harm");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Queue<Turn> script = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  public ScriptedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (final IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** How one question is answered. */
  @FunctionalInterface
  public interface Turn {
    void answer(ScriptedModel model, Asked asked, HttpExchange exchange) throws IOException;
  }

  /**
   * A question as it came in.
   *
   * @param authorization the header, "" when there was none
   */
  public record Asked(String path, String authorization, JsonNode body) {

    public String system() {
      return body.path("messages").path(0).path("content").asText();
    }

    public String user() {
      return body.path("messages").path(1).path("content").asText();
    }

    public String nonce() {
      final Matcher matcher = NONCE.matcher(system());
      return matcher.find() ? matcher.group(1) : "";
    }
  }

  /** The base address, as {@code LLM_URL} wants it. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  public ScriptedModel then(final Turn turn) {
    script.add(turn);
    return this;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Forgets the script and what was asked. */
  public void reset() {
    script.clear();
    asked.clear();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  /** A good answer; categories that are not given are 0. */
  public static Turn scores(final Map<String, Double> given) {
    return scores(given, false);
  }

  public static Turn scores(final Map<String, Double> given, final boolean help) {
    return (model, asked, exchange) ->
        model.send(
            exchange, 200, "application/json", model.completion(opinion(asked, given, help)));
  }

  /** An answer in the right envelope that says anything at all. */
  public static Turn says(final String content) {
    return (model, asked, exchange) ->
        model.send(exchange, 200, "application/json", model.completion(content));
  }

  /** The same, made of what a good answer would have been. */
  public static Turn distorted(final java.util.function.UnaryOperator<String> distortion) {
    return (model, asked, exchange) ->
        model.send(
            exchange,
            200,
            "application/json",
            model.completion(distortion.apply(opinion(asked, Map.of(), false))));
  }

  /** Repeats what the user's message held, as a model does that obeys its text. */
  public static Turn echo() {
    return (model, asked, exchange) -> {
      final String[] lines = asked.user().split("\n", -1);
      final String text = String.join("\n", List.of(lines).subList(1, lines.length - 1));
      model.send(exchange, 200, "application/json", model.completion(text));
    };
  }

  /** Any status, type and body. */
  public static Turn raw(final int status, final String type, final String body) {
    return (model, asked, exchange) -> model.send(exchange, status, type, body);
  }

  public static Turn busy(final int retryAfterSeconds) {
    return (model, asked, exchange) -> {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
      model.send(exchange, 429, "application/json", "{\"error\":{\"message\":\"slow down\"}}");
    };
  }

  /** Takes the question and says nothing until this server is closed. */
  public static Turn silence() {
    return (model, asked, exchange) -> model.untilClosed(60_000);
  }

  /** Half of a good answer, then the connection is cut. */
  public static Turn half() {
    return (model, asked, exchange) -> {
      final byte[] whole = bytes(model.completion(opinion(asked, Map.of(), false)));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, whole.length);
      exchange.getResponseBody().write(whole, 0, whole.length / 2);
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  /** A blank now and then, for ever. */
  public static Turn drip() {
    return (model, asked, exchange) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      while (!model.untilClosed(20)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    };
  }

  private void handle(final HttpExchange exchange) throws IOException {
    try (exchange) {
      final String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      final var question =
          new Asked(
              exchange.getRequestURI().getPath(),
              authorization == null ? "" : authorization,
              json.readTree(exchange.getRequestBody().readAllBytes()));
      if (question.path().endsWith("/models")) {
        send(exchange, 200, "application/json", "{\"data\":[{\"id\":\"" + NAME + "\"}]}");
        return;
      }
      asked.add(question);
      final Turn next = script.poll();
      (next == null ? scores(Map.of()) : next).answer(this, question, exchange);
    }
  }

  private static String opinion(
      final Asked asked, final Map<String, Double> given, final boolean help) {
    final ObjectNode said = JsonMapper.builder().build().createObjectNode();
    said.put("nonce", asked.nonce());
    CATEGORIES.forEach(category -> said.put(category, given.getOrDefault(category, 0.0)));
    return said.put("seeks_help", help).toString();
  }

  private String completion(final String content) {
    final ObjectNode whole = json.createObjectNode().put("object", "chat.completion");
    final ObjectNode choice = whole.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    whole
        .putObject("usage")
        .put("prompt_tokens", PROMPT_TOKENS)
        .put("completion_tokens", COMPLETION_TOKENS);
    return whole.toString();
  }

  private void send(
      final HttpExchange exchange, final int status, final String type, final String body)
      throws IOException {
    final byte[] sent = bytes(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
    exchange.getResponseBody().write(sent);
  }

  private boolean untilClosed(final long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
