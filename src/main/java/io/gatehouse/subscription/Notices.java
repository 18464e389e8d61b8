package io.gatehouse.subscription;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Handed;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Tells an owner that the webhook gets nothing. */
@Singleton
class Notices {

  private final Inbox inbox;

  Notices(final Inbox inbox) {
    this.inbox = inbox;
  }

  void troubled(
      final OrganizationId organization, final Handed.Trouble trouble, final Instant since) {
    inbox.post(
        List.of(
            new NewNotice(
                organization,
                trouble.lasting() ? "feed_webhook_gone" : "feed_webhook_failing",
                null,
                null,
                Map.of(
                    "code",
                    trouble.code(),
                    "since",
                    since.truncatedTo(ChronoUnit.MINUTES).toString()))));
  }
}
