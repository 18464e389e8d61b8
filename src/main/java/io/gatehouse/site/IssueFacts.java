package io.gatehouse.site;

import java.util.List;

/**
 * What an Issue's document says, whether a webhook brought it or we asked for it. Fields that are
 * absent are "".
 *
 * @param description HTML, what whoever raised it wrote
 * @param advisors users or e-mail addresses out of the fields that name the provider
 * @param portal whether it was raised on the portal, which makes a Communication of the same words
 */
public record IssueFacts(
    String name,
    String type,
    String project,
    String status,
    String raisedBy,
    String customer,
    String contact,
    List<String> advisors,
    String description,
    boolean portal) {

  public IssueFacts {
    advisors = List.copyOf(advisors);
  }

  /** Whether somebody ended it on the site. */
  public boolean ended() {
    return status.equals("Closed") || status.equals("Resolved");
  }
}
