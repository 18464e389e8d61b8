package io.gatehouse.week;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Tells the gateway what became of messages: late, twice, in any order, or not at all. */
final class Callbacks implements AutoCloseable {

  private static final int UNREACHABLE = 30003;

  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(8);
  private final Random chance;
  private volatile BiConsumer<String, Map<String, String>> post = (url, form) -> {};

  Callbacks(final long seed) {
    this.chance = new Random(seed);
  }

  /** Where they go, once there is a gateway. */
  void to(final BiConsumer<String, Map<String, String>> gateway) {
    post = gateway;
  }

  /**
   * @param calm whether nothing fails any more
   */
  synchronized void tellOf(final Sent message, final boolean calm) {
    final boolean fails = !calm && chance.nextInt(200) == 0;
    final List<String> told = new ArrayList<>(List.of("sending", "sent"));
    told.add(fails ? "undelivered" : "delivered");
    final int delay = 20 + chance.nextInt(400);
    final String last = told.getLast();
    later.schedule(
        () -> message.become(last, fails ? UNREACHABLE : 0), delay, TimeUnit.MILLISECONDS);
    if (!calm && chance.nextInt(10) == 0) {
      return;
    }
    if (!calm && chance.nextInt(4) == 0) {
      Collections.shuffle(told, chance);
    }
    if (!calm && chance.nextInt(10) == 0) {
      told.add(told.get(chance.nextInt(told.size())));
    }
    for (int i = 0; i < told.size(); i++) {
      final String status = told.get(i);
      final Runnable call = () -> post.accept(message.callback, form(message, status));
      later.schedule(call, delay + 30L * i, TimeUnit.MILLISECONDS);
    }
  }

  private static Map<String, String> form(final Sent message, final String status) {
    final Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", message.sid);
    form.put("SmsSid", message.sid);
    form.put("MessageStatus", status);
    form.put("SmsStatus", status);
    form.put("From", message.from);
    form.put("To", message.to);
    form.put("AccountSid", SimulatedTwilio.ACCOUNT);
    form.put("ApiVersion", "2010-04-01");
    if (status.equals("undelivered")) {
      form.put("ErrorCode", Integer.toString(UNREACHABLE));
    }
    return form;
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
