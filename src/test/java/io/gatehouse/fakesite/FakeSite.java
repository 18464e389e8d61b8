package io.gatehouse.fakesite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.fakesite.Desk.User;
import io.gatehouse.fakesite.Rights.Deed;
import io.gatehouse.fixture.Request.Serialisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** The site's front door: people write in it, and its REST API answers on a port of its own. */
public final class FakeSite implements AutoCloseable {

  private final HttpServer server;
  private final Store store;
  private final Rights rights = new Rights();
  private final Hooks hooks;
  private final Desk desk;
  private final Rest rest;
  private volatile Mischief mischief = Mischief.none();

  public FakeSite(final Clock clock, final ZoneId zone) {
    this.store = new Store(clock, zone);
    this.hooks = new Hooks(store);
    this.desk = new Desk(store, rights, hooks);
    this.rest = new Rest(store, rights, desk);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    } catch (final IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    setUp(zone);
  }

  /** As after its installation: nobody has a key, nothing was written. */
  void reset(final ZoneId zone) {
    store.clear();
    hooks.clear();
    hooks.serialise(Serialisation.DUMPS);
    mischief = Mischief.none();
    setUp(zone);
  }

  private void setUp(final ZoneId zone) {
    put("System Settings", Map.of("name", "System Settings", "time_zone", zone.getId()));
    List.of("Low", "Medium", "High").forEach(one -> put("Issue Priority", Map.of("name", one)));
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Somebody with a key. */
  public void user(
      final String name, final String key, final String secret, final Set<String> roles) {
    rest.admit("token " + key + ":" + secret, new User(name, roles));
  }

  /** Webhooks to an address, about everything, without anybody having set them up. */
  public void tells(final String url, final String secret) {
    hooks.everything(url, secret);
  }

  public void serialise(final Serialisation chosen) {
    hooks.serialise(chosen);
  }

  public void suffers(final Mischief chosen) {
    mischief = chosen;
  }

  /** The site's administrator forbids everybody to delete Communications. */
  public void forbidDeletingMail() {
    rights.forbidMail(Deed.DELETE);
  }

  /** A document that was always there. */
  public String put(final String doctype, final Map<String, ?> fields) {
    return store.insert(doctype, "Administrator", fields).path("name").asText();
  }

  /** Somebody makes a document on the desk or the portal; webhooks become due. */
  public String write(final String owner, final String doctype, final Map<String, ?> fields) {
    return desk.insert(owner, doctype, fields, mischief).path("name").asText();
  }

  /** Somebody changes a document on the desk. */
  public void change(
      final String by, final String doctype, final String name, final Map<String, ?> fields) {
    final User anyone = new User(by, Set.of("System Manager", "Support Team"));
    desk.change(anyone, doctype, name, fields, mischief);
  }

  /** A customer answers on the portal, which makes a published Comment. */
  public String portalReply(final String issue, final String customer, final String html) {
    return write(
        customer,
        "Comment",
        Map.of(
            "comment_type", "Comment",
            "comment_email", customer,
            "comment_by", customer,
            "published", 1,
            "reference_doctype", "Issue",
            "reference_name", issue,
            "content", html));
  }

  /** An e-mail that came in, or went out, in an Issue's thread. */
  public String mail(
      final String issue, final String sender, final boolean sent, final String html) {
    return write(
        sent ? sender : "Administrator",
        "Communication",
        Map.of(
            "communication_type",
            "Communication",
            "communication_medium",
            "Email",
            "sent_or_received",
            sent ? "Sent" : "Received",
            "sender",
            sender,
            "subject",
            "Re: " + issue,
            "reference_doctype",
            "Issue",
            "reference_name",
            issue,
            "content",
            html));
  }

  /** All documents of a type, the oldest first. */
  public List<Map<String, Object>> all(final String doctype) {
    return store.list(doctype).stream().map(one -> Json.map(one.toString())).toList();
  }

  public Optional<Map<String, Object>> find(final String doctype, final String name) {
    return store.find(doctype, name).map(one -> Json.map(one.toString()));
  }

  /** Sends all webhooks that are due, also those that become due meanwhile. */
  public int deliver() {
    int sent = 0;
    while (hooks.deliverOne(Duration.ZERO)) {
      sent++;
    }
    return sent;
  }

  /** Sends one webhook as a worker does, which rests between its tries; false when none is due. */
  public boolean work(final Duration pause) {
    return hooks.deliverOne(pause);
  }

  private void answer(final HttpExchange exchange) throws IOException {
    try (exchange) {
      final String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (mischief.isDown()) {
        reply(exchange, 502, "<html>Bad Gateway</html>");
        return;
      }
      switch (mischief.fault()) {
        case NONE -> act(exchange, body);
        case TOO_MANY_REQUESTS -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          reply(exchange, 429, new Refusal(429, "RateLimitExceededError").body());
        }
        case MAINTENANCE -> reply(exchange, 503, new Refusal(503, "SessionStopped").body());
        case DEADLOCK -> reply(exchange, 500, new Refusal(500, "QueryDeadlockError").body());
        case PAGE_AFTER_ACTING -> {
          done(exchange, body);
          reply(exchange, 502, "<html>Bad Gateway</html>");
        }
        case RESET_AFTER_ACTING -> done(exchange, body);
      }
    }
  }

  private void act(final HttpExchange exchange, final String body) throws IOException {
    try {
      reply(
          exchange,
          exchange.getRequestMethod().equals("DELETE") ? 202 : 200,
          carry(exchange, body));
    } catch (final Refusal refusal) {
      reply(exchange, refusal.status(), refusal.body());
    }
  }

  private void done(final HttpExchange exchange, final String body) {
    try {
      carry(exchange, body);
    } catch (final Refusal unheard) {
      // Nobody hears of it: the answer is lost as well.
    }
  }

  private String carry(final HttpExchange exchange, final String body) {
    return rest.answer(
        new Rest.Question(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body),
        mischief);
  }

  private static void reply(final HttpExchange exchange, final int status, final String body)
      throws IOException {
    final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    final String type = body.startsWith("<") ? "text/html" : "application/json";
    exchange.getResponseHeaders().put("Content-Type", List.of(type));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
