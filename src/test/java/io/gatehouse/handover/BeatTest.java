package io.gatehouse.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Feed;
import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.handover.Hearing.Ear;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beat by itself, by the machine's clock. */
@GatehouseTest
@Property(name = "gatehouse.feed.handover.enabled", value = "true")
@Property(name = "gatehouse.feed.handover.pause", value = "100ms")
@Property(name = "test.clock", value = "machine")
@NullUnmarked
class BeatTest {

  @Inject Hearing hearing;
  @Inject Feed feed;
  @Inject TransactionOperations<Connection> transactions;

  private int tries;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    hearing.closeAll();
  }

  @Test
  void what_is_added_is_handed_over_by_itself_and_again_where_that_fails() throws Exception {
    final Ear ear = hearing.open("beat");
    ear.past = true;
    ear.answer =
        items -> {
          items.stream().map(Item::type).forEach(heard::add);
          return tries++ == 0 ? Handed.only(0, "unreachable") : Handed.all(items.size());
        };
    transactions.executeWrite(
        status -> {
          feed.add(
              List.of(new Feed.NewEntry(OrganizationId.DEFAULT, "beat", null, null, Map.of())));
          return true;
        });
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("beat");
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("beat");
  }
}
