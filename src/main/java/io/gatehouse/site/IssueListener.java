package io.gatehouse.site;

import io.gatehouse.base.OrganizationId;

/**
 * Is told of every Issue that the site's webhook or the reconciling poll brings, watched or not.
 */
public interface IssueListener {

  /** May be told the same more than once; runs in no transaction. */
  void told(OrganizationId organization, IssueFacts issue);
}
