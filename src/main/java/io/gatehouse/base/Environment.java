package io.gatehouse.base;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of this installation, read once from the environment variables and valid.
 *
 * @param database absent: the embedded server
 * @param data what is kept on disk: the embedded database, generated secrets
 * @param twilio absent: the default organization's messages go to the sandbox
 * @param erpnext absent: the default organization's posts go to the sandbox
 */
public record Environment(
    Server server,
    Optional<DatabaseUrl> database,
    Path data,
    Secrets secrets,
    Optional<Twilio> twilio,
    Optional<Erpnext> erpnext) {

  /**
   * @param publicUrl as providers reach it, without a slash at the end; what Twilio signs
   * @param publicUrlGiven whether somebody said so: a guess is not worth telling a provider, nor
   *     better than what a request says of itself
   * @param maxBodyBytes a longer request is answered 413
   * @param maxScanCharacters of a longer message the rest is not read, and the result says so
   */
  public record Server(
      int port, URI publicUrl, boolean publicUrlGiven, int maxBodyBytes, int maxScanCharacters) {}

  /**
   * Those not given are generated at the first start and kept, so that signatures are checked from
   * the first minute, in sandbox as well.
   *
   * @param sealing 32 bytes in base64, for {@link Sealer}
   * @param twilioTokens those a Twilio signature may be made with
   * @param erpnextWebhook what ERPNext signs its webhooks with
   */
  public record Secrets(
      Optional<Secret> owner, Secret sealing, List<Secret> twilioTokens, Secret erpnextWebhook) {}

  /**
   * @param authTokens at least one; requests are made with the first
   * @param apiUrl absent: Twilio's own
   * @param messagingServiceSid absent: messages name their number only
   */
  public record Twilio(
      String accountSid,
      List<Secret> authTokens,
      Optional<URI> apiUrl,
      Optional<String> messagingServiceSid) {}

  /** A user of ERPNext, by the token of its API access. */
  public record Erpnext(URI url, Secret apiKey, Secret apiSecret) {}
}
