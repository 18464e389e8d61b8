package io.gatehouse.intercept;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.frames.Reply;
import io.gatehouse.frames.Request;
import io.gatehouse.frames.RequestReader;
import io.gatehouse.socket.Wire;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One peer that asks. Whatever it sends is answered, and nothing it sends ends the connection or
 * troubles another one. Confined to the thread of its {@link Wire}.
 */
final class Connection {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int PATIENCE = 2;

  private final Caller caller;
  private final Wire wire;
  private final Desk desk;
  private final TokenBucket bucket;
  private final ThreadOrder order = new ThreadOrder(this::answer);
  private final LatestPreviews previews = new LatestPreviews(this::look, this::answer);
  private final Deque<byte[]> parked = new ArrayDeque<>();
  private int unanswered;
  private int silent;
  private long refused;
  private boolean ended;

  /** What all connections share. */
  record Desk(
      RequestReader reader, Answering answering, RateLimits limits, InterceptSettings settings) {}

  Connection(final Caller caller, final Wire wire, final Desk desk) {
    this.caller = caller;
    this.wire = wire;
    this.desk = desk;
    this.bucket = desk.limits().ofConnection();
  }

  Caller caller() {
    return caller;
  }

  /** Takes one whole message; what came in before reading stopped waits for its turn. */
  void receive(final byte[] text) {
    heard();
    if (full() || !parked.isEmpty()) {
      parked.add(text);
    } else {
      take(text);
    }
  }

  /** Refuses a message that was not even read. */
  void refuse(final Problem why) {
    heard();
    refuse(new RequestReader.Reading.Refused(null, why));
  }

  void heard() {
    silent = 0;
  }

  /** Pings, and gives up a peer that was silent for two pings; one we do not read cannot answer. */
  void beat() {
    if (full()) {
      return;
    }
    if (silent >= PATIENCE) {
      end(Ending.SILENT);
    } else {
      silent++;
      wire.ping();
    }
  }

  void end(final Ending why) {
    if (!ended) {
      ended = true;
      parked.clear();
      LOG.info("a connection of {} is closed: {}", caller.name(), why.reason());
      wire.close(why.code(), why.reason());
    }
  }

  /** May be called on any thread. */
  void later(final Consumer<Connection> task) {
    wire.later(() -> task.accept(this));
  }

  private void take(final byte[] text) {
    final Duration wait = limited();
    switch (desk.reader().read(text, caller)) {
      case RequestReader.Reading.Refused bad -> refuse(bad);
      case RequestReader.Reading.Good good -> {
        if (wait.isPositive()) {
          slowDown(good.request(), wait);
        } else {
          serve(good.request());
        }
      }
    }
  }

  private Duration limited() {
    final Duration own = bucket.take();
    return own.isPositive() ? own : desk.limits().take(caller);
  }

  private void serve(final Request request) {
    switch (request) {
      case Request.Ping ping -> send(Reply.pong(ping));
      case Request.Preview preview -> {
        begin();
        previews.ask(preview);
      }
      case Request.Intercept intercept -> {
        begin();
        settle(
            intercept,
            desk.answering().answer(intercept),
            order.next(intercept.message().thread()));
      }
    }
  }

  /** In its thread's order too, so that whoever counts answers stays right. */
  private void slowDown(final Request request, final Duration wait) {
    final String told = Reply.error(request.requestId(), RateLimits.exceeded(wait));
    if (request instanceof Request.Intercept intercept) {
      begin();
      order.next(intercept.message().thread()).accept(told);
    } else {
      send(told);
    }
  }

  private void look(final Request.Preview preview, final Consumer<String> then) {
    settle(preview, desk.answering().answer(preview), then);
  }

  private void settle(
      final Request request, final CompletionStage<String> answer, final Consumer<String> then) {
    answer.whenComplete(
        (text, failure) ->
            wire.later(() -> then.accept(failure == null ? text : failed(request, failure))));
  }

  private String failed(final Request request, final Throwable failure) {
    final Throwable why = cause(failure);
    if (why instanceof Problem refused) {
      return Reply.error(request.requestId(), refused);
    }
    LOG.error("a request of {} failed: {}", caller.name(), why.getClass().getName());
    return Reply.error(
        request.requestId(), new Problem(500, "failed", "Something went wrong here. Ask again."));
  }

  private static Throwable cause(final Throwable failure) {
    final Throwable inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }

  /** S3.19: with its context, without its text, and not a line for each of a flood. */
  private void refuse(final RequestReader.Reading.Refused bad) {
    refused++;
    if (Long.bitCount(refused) == 1) {
      LOG.warn(
          "request {} that a connection of {} got refused: {} {}",
          refused,
          caller.name(),
          bad.why().code(),
          bad.why().members().getOrDefault("field", ""));
    }
    send(Reply.error(bad.requestId(), bad.why()));
  }

  private void begin() {
    unanswered++;
    if (full()) {
      wire.reading(false);
    }
  }

  private boolean full() {
    return unanswered >= desk.settings().unanswered();
  }

  private void answer(final String text) {
    final boolean stopped = full();
    unanswered--;
    send(text);
    if (stopped) {
      wire.later(this::goOn);
    }
  }

  private void goOn() {
    while (!full() && !parked.isEmpty()) {
      take(parked.remove());
    }
    if (!full() && !ended) {
      wire.reading(true);
    }
  }

  private void send(final String text) {
    if (!ended) {
      wire.send(text);
      if (wire.unread() > desk.settings().unreadBytes()) {
        end(Ending.ANSWERS_UNREAD);
      }
    }
  }
}
