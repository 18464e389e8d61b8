package io.gatehouse.erpnext;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.site.IssueFacts;
import io.gatehouse.site.IssueListener;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears of Issues and fails every time. */
@Singleton
@Requires(property = "test.overheard")
final class Overheard implements IssueListener {

  final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void told(final OrganizationId organization, final IssueFacts issue) {
    heard.add(issue.name() + " " + issue.type() + " " + issue.ended());
    throw new IllegalStateException("what follows from an Issue failed");
  }
}
