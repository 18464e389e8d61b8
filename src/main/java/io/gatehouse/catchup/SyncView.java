package io.gatehouse.catchup;

import io.gatehouse.catchup.SyncRepository.Sync;
import io.gatehouse.catchup.WatermarkRepository.Mark;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How webhooks and lists go together, for the owner.
 *
 * @param connected whether there is a site to compare with
 * @param lastWebhook when one was heard last
 * @param lastLook when lists were begun to be compared last
 * @param complete when all were compared to their ends last
 * @param foundToday messages that no webhook told of, in UTC
 * @param missed messages found since webhooks were heard last
 * @param trouble what keeps it from coming to the ends
 */
@Serdeable
record SyncView(
    boolean connected,
    @Nullable Instant lastWebhook,
    @Nullable Instant lastLook,
    @Nullable Instant complete,
    long foundToday,
    long foundTotal,
    long missed,
    boolean silent,
    List<Shelf> lists,
    @Nullable Fault trouble) {

  /**
   * One list.
   *
   * @param upto the newest document compared, in the site's local time
   * @param complete when its end was reached last
   */
  @Serdeable
  record Shelf(
      String doctype, String upto, Instant checked, @Nullable Instant complete, long foundTotal) {}

  /**
   * @param code stable
   * @param next what to do about it
   */
  @Serdeable
  record Fault(String code, String happened, String next, Instant at) {}

  static SyncView of(
      final boolean connected,
      final @Nullable Instant heard,
      final @Nullable Sync sync,
      final List<Mark> marks,
      final LocalDate today) {
    return new SyncView(
        connected,
        heard,
        sync == null ? null : sync.begunAt(),
        sync == null ? null : sync.doneAt(),
        sync == null || !today.equals(sync.foundDay()) ? 0 : sync.foundToday(),
        marks.stream().mapToLong(Mark::foundTotal).sum(),
        sync == null ? 0 : sync.missed(),
        sync != null && sync.silentAt() != null,
        marks.stream().map(SyncView::shelf).toList(),
        sync == null ? null : fault(sync));
  }

  private static Shelf shelf(final Mark mark) {
    return new Shelf(
        mark.doctype(), mark.upto(), mark.checkedAt(), mark.wholeAt(), mark.foundTotal());
  }

  private static @Nullable Fault fault(final Sync sync) {
    return sync.errorCode() == null
            || sync.errorReason() == null
            || sync.errorNext() == null
            || sync.errorAt() == null
        ? null
        : new Fault(sync.errorCode(), sync.errorReason(), sync.errorNext(), sync.errorAt());
  }
}
