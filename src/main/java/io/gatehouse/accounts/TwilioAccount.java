package io.gatehouse.accounts;

import io.gatehouse.base.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How an organization's Twilio account is reached and how its webhooks are proved.
 *
 * @param sid {@code AC…}; empty in sandbox
 * @param tokens the auth tokens that sign webhooks, the primary one first; several while rotating
 * @param messagingService {@code MG…}, which the relay numbers belong to; sends name it beside the
 *     number
 */
public record TwilioAccount(
    Optional<String> sid, List<Secret> tokens, URI api, Optional<String> messagingService) {

  /** Whether messages only go into the sandbox's table, because there are no credentials. */
  public boolean sandbox() {
    return sid.isEmpty();
  }
}
