package io.gatehouse.inbox;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Notices for those who tell of them elsewhere. */
@Singleton
public class UnreadNotices {

  private final NoticeRepository notices;
  private final NoticeView view;

  UnreadNotices(final NoticeRepository notices, final NoticeView view) {
    this.notices = notices;
    this.view = view;
  }

  /** Those of them that nobody has read yet; the newest first. */
  public List<ShownNotice> among(final OrganizationId organization, final List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : view.show(organization, notices.unreadAmong(organization.value(), ids));
  }
}
