package io.gatehouse.handover;

import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Outlets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Outlets that only listen; a test opens them, and says what they make of it. */
@Singleton
final class Hearing implements Outlets {

  private final Map<String, Ear> ears = new ConcurrentHashMap<>();

  @Override
  public List<Outlet> open() {
    return List.copyOf(ears.values());
  }

  Ear open(final String name) {
    return ears.computeIfAbsent(name, Ear::new);
  }

  void closeAll() {
    ears.clear();
  }

  /** An outlet that remembers. */
  static final class Ear implements Outlet {

    final List<Item> heard = Collections.synchronizedList(new ArrayList<>());
    final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    volatile Function<List<Item>, Handed> answer = items -> Handed.all(items.size());
    volatile String target = "here";
    volatile boolean past;
    private final String name;

    Ear(final String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String target() {
      return target;
    }

    @Override
    public boolean wantsPast() {
      return past;
    }

    @Override
    public void troubled(final Handed.Trouble trouble, final Instant since) {
      troubles.add(trouble.code());
    }

    @Override
    public Handed hand(final List<Item> items) {
      final Handed handed = answer.apply(items);
      heard.addAll(items.subList(0, handed.arrived()));
      return handed;
    }

    List<String> types() {
      return heard.stream().map(Item::type).toList();
    }
  }
}
