package io.gatehouse.catchup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.catchup.Bookmarks.Look;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Goes through one list of a site, page by page; what a page brought is kept before the next. */
@Singleton
final class Comparison {

  private final Lists lists;
  private final Bookmarks bookmarks;
  private final Unheard unheard;
  private final CatchupSettings settings;

  Comparison(
      final Lists lists,
      final Bookmarks bookmarks,
      final Unheard unheard,
      final CatchupSettings settings) {
    this.lists = lists;
    this.bookmarks = bookmarks;
    this.unheard = unheard;
    this.settings = settings;
  }

  /** A list of an organization's site. */
  record Task(OrganizationId organization, Site site, Kind kind) {}

  /**
   * @throws Halt where it cannot go on
   */
  void compare(final Task task) {
    final Look look = bookmarks.look(task.organization(), task.kind());
    final Optional<Entry> newest = lists.newest(task.site(), task.kind());
    if (look.isFirst()) {
      bookmarks.begin(task.organization(), task.kind(), look);
    }
    newest.ifPresent(last -> walk(task, look, last));
    bookmarks.whole(task.organization(), task.kind(), look.deep());
  }

  private void walk(final Task task, final Look look, final Entry newest) {
    final String settled = settled(look, newest);
    Cursor cursor = Cursor.at(look.from());
    List<Entry> page = lists.page(task.site(), task.kind(), cursor);
    while (!page.isEmpty()) {
      unheard.take(task, page.stream().filter(e -> before(e, settled)).toList(), look);
      bookmarks.reached(task.organization(), task.kind(), page);
      cursor = cursor.after(page);
      page =
          page.getLast().equals(newest) ? List.of() : lists.page(task.site(), task.kind(), cursor);
    }
  }

  /**
   * The stamp up to which documents are compared. Those just before a newest one that is new since
   * the last look may have a webhook on its way; if nothing newer has come since then, they had a
   * whole pause for it. "" leaves none alone. By the site's clock, and without its zone.
   */
  private String settled(final Look look, final Entry newest) {
    final boolean quiet = !look.isFirst() && newest.stamp().compareTo(look.upto()) <= 0;
    return quiet || bookmarks.isAhead(newest.stamp())
        ? ""
        : Stamps.before(newest.stamp(), settings.grace());
  }

  private static boolean before(final Entry entry, final String settled) {
    return settled.isEmpty() || entry.stamp().compareTo(settled) <= 0;
  }
}
