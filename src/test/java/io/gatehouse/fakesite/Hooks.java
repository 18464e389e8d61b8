package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.fixture.Request.Serialisation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The site's webhooks: queued when a document is committed, sent later and in no order, given up in
 * silence after three tries.
 */
final class Hooks {

  private static final int TRIES = 3;

  private final List<Hook> always = new CopyOnWriteArrayList<>();
  private final Queue<Due> due = new ConcurrentLinkedQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Store store;
  private volatile Serialisation serialisation = Serialisation.DUMPS;

  Hooks(final Store store) {
    this.store = store;
  }

  /** A webhook and the document as it was when it was committed. */
  private record Due(Hook hook, ObjectNode document, int copies) {}

  void clear() {
    always.clear();
    due.clear();
  }

  /** Tells an address of everything, without a Webhook document. */
  void everything(final String url, final String secret) {
    for (final String doctype : List.of("Communication", "Comment", "Issue")) {
      always.add(new Hook(url, secret, doctype, "after_insert", "", ""));
    }
    always.add(new Hook(url, secret, "Issue", "on_update", "", ""));
  }

  void serialise(final Serialisation chosen) {
    serialisation = chosen;
  }

  void happened(final ObjectNode document, final String event, final Mischief mischief) {
    for (final Hook hook : all()) {
      if (hook.fires(document, event)) {
        due.add(new Due(hook, document, mischief.copies()));
      }
    }
  }

  private List<Hook> all() {
    final List<Hook> all = new ArrayList<>(always);
    store.list("Webhook").stream()
        .filter(one -> one.path("enabled").asInt(1) == 1)
        .map(Hook::of)
        .forEach(all::add);
    return all;
  }

  /** Sends one that is due; false when none is. */
  boolean deliverOne(final Duration pause) {
    final Due next = due.poll();
    if (next == null) {
      return false;
    }
    final HttpRequest request = next.hook().request(next.document(), serialisation);
    for (int copy = 0; copy < next.copies(); copy++) {
      send(request, pause);
    }
    return true;
  }

  private void send(final HttpRequest request, final Duration pause) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      if (taken(request)) {
        return;
      }
      rest(pause.multipliedBy(attempt));
    }
  }

  private boolean taken(final HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() < 400;
    } catch (final IOException refused) {
      return false;
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void rest(final Duration pause) {
    if (!pause.isZero()) {
      try {
        Thread.sleep(pause);
      } catch (final InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
