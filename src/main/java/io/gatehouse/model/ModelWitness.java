package io.gatehouse.model;

import io.gatehouse.base.OrganizationId;
import java.time.Duration;

/** Hears of every question; must be quick and not fail. */
public interface ModelWitness {

  /** The outcome of a question that was answered as asked. */
  String ANSWERED = "answered";

  /**
   * @param outcome {@link #ANSWERED} or {@link Doubt#wire}
   */
  void asked(OrganizationId organization, String outcome, Tokens tokens, Duration took);
}
