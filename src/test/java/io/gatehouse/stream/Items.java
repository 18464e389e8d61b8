package io.gatehouse.stream;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/** Items as the feed hands them over. */
final class Items {

  static final int THREADS = 50;

  private Items() {}

  /** Numbers from the first to the last, three a transaction. */
  static List<Item> of(final long era, final long first, final long last) {
    return LongStream.rangeClosed(first, last).mapToObj(number -> of(era, number)).toList();
  }

  static Item of(final long era, final long number) {
    final String thread = "t" + number % THREADS;
    return with(
        era,
        number,
        Map.of("thread_id", thread, "number", number, "user_id", "u1", "labels", List.of()));
  }

  static Item with(final long era, final long number, final Map<String, Object> body) {
    return new Item(
        new UUID(era, number),
        new Place(era, 700 + number / 3, number),
        OrganizationId.DEFAULT,
        "message.decided",
        "t",
        Instant.EPOCH,
        body);
  }
}
