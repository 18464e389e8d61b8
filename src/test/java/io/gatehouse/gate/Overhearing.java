package io.gatehouse.gate;

import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it heard, and fails on messages whose envelope says so. */
@Singleton
class Overhearing implements Witness {

  static final String FAIL = "fail_witness";

  private final List<UUID> heard = new CopyOnWriteArrayList<>();

  @Override
  public void screened(final MessageEvent event, final Duration took) {
    if (took.isNegative() || event.origin().envelope().containsKey(FAIL)) {
      throw new IllegalStateException("failed, as the test asked");
    }
    heard.add(event.id());
  }

  List<UUID> heard() {
    return List.copyOf(heard);
  }
}
