package io.gatehouse.conduct;

import io.gatehouse.base.OrganizationId;

/**
 * Somebody who reads messages after they were recorded, and whose opinion on those that wait for
 * {@link io.gatehouse.message.Origin#MODEL} is certain to come, if only as a fallback.
 */
public interface SecondReader {

  /** Whether it reads an organization's messages; asked for every message, so it must be quick. */
  boolean reads(OrganizationId organization);
}
