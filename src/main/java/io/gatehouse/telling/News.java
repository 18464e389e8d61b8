package io.gatehouse.telling;

import io.gatehouse.inbox.ShownNotice;
import io.gatehouse.organization.Settings;
import java.util.List;

/**
 * What an owner is told at once.
 *
 * @param count of all that is unread
 * @param notices the last of them, the newest first, at least one
 */
record News(Window window, Settings settings, int count, List<ShownNotice> notices) {

  News {
    notices = List.copyOf(notices);
  }
}
