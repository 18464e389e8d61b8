package io.gatehouse.inbox;

import java.util.List;
import java.util.UUID;

/**
 * Hears of every notice inside the transaction that posts it; implemented where owners are told.
 */
public interface NoticeListener {

  /** A notice as it was written down. */
  record Posted(UUID id, NewNotice notice) {}

  /** An exception undoes the notices too. */
  void posted(List<Posted> notices);
}
