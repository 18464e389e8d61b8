package io.gatehouse.base;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of this installation, read once from the environment variables and valid.
 *
 * @param database absent: the embedded server
 * @param data what is kept on disk: the embedded database, generated secrets
 * @param twilio absent: the default organization's messages go to the sandbox
 * @param erpnext absent: the default organization's posts go to the sandbox
 * @param smtp absent: e-mails to owners go to the sandbox
 * @param privateWebhooks whether an owner's webhook may lead to an address that is not public:
 *     owners of a shared installation could else reach what only the installation can
 * @param redis absent: the feed goes into no Redis Stream (S3.16, B45)
 * @param notices what was given and has no meaning here, in words for whoever started this
 * @param watching who may read figures and takes traces
 * @param model absent: no text leaves for a language model, moderation goes by its keywords
 */
public record Environment(
    Server server,
    Optional<DatabaseUrl> database,
    Path data,
    Secrets secrets,
    Optional<Twilio> twilio,
    Optional<Erpnext> erpnext,
    Optional<Smtp> smtp,
    boolean privateWebhooks,
    Interception interception,
    Optional<Redis> redis,
    List<String> notices,
    Watching watching,
    Optional<Model> model) {

  /**
   * @param healthPort another port that answers about this installation's health and nothing else
   * @param publicUrl as providers reach it, without a slash at the end; what Twilio signs
   * @param publicUrlGiven whether somebody said so: a guess is not worth telling a provider, nor
   *     better than what a request says of itself
   * @param maxBodyBytes a longer request is answered 413
   * @param maxScanCharacters of a longer message the rest is not read, and the result says so
   */
  public record Server(
      int port,
      OptionalInt healthPort,
      URI publicUrl,
      boolean publicUrlGiven,
      int maxBodyBytes,
      int maxScanCharacters) {}

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

  /**
   * A server that takes e-mails.
   *
   * @param tls whether the connection is encrypted from its first byte
   * @param startTls whether it must become so before anything is said; else it does where the
   *     server offers it
   * @param login absent: none is asked for
   * @param from who the e-mails are by
   */
  public record Smtp(
      String host, int port, boolean tls, boolean startTls, Optional<Login> login, String from) {

    /** A user of the server. */
    public record Login(String user, Secret password) {}
  }

  /**
   * How a chat application is answered (S3.3).
   *
   * @param nudgeFrom the risk from which an author is warned, where an organization chose none
   * @param blockFrom the risk from which a message is blocked, likewise; not below the other (B44)
   * @param breakerThreshold failures in a row after which recording is not tried for a while
   * @param breakerReset how long it is not
   * @param longestMessage code points; of a longer message the rest is not read
   */
  public record Interception(
      double nudgeFrom,
      double blockFrom,
      int breakerThreshold,
      Duration breakerReset,
      int longestMessage) {}

  /**
   * A Redis server.
   *
   * @param tls whether the connection is encrypted; the certificate must be one the JVM trusts
   * @param user absent: the server's default user
   * @param password absent: none is asked for
   */
  public record Redis(
      String host,
      int port,
      boolean tls,
      int database,
      Optional<String> user,
      Optional<Secret> password) {}

  /**
   * How the installation is watched from outside.
   *
   * @param metricsKey what Prometheus shows; absent: only people's keys read the figures
   * @param traces where OpenTelemetry takes traces by OTLP over HTTP; absent: none are made
   */
  public record Watching(Optional<Secret> metricsKey, Optional<URI> traces) {}

  /**
   * A language model behind an address that is spoken to as OpenAI's is (S4.12).
   *
   * @param url what stands before {@code /chat/completions}
   * @param name of the model, as its server knows it
   * @param key absent: the server asks for none
   * @param patience how long one whole answer may take
   */
  public record Model(URI url, String name, Optional<Secret> key, Duration patience) {}

  /** A user of ERPNext, by the token of its API access. */
  public record Erpnext(URI url, Secret apiKey, Secret apiSecret) {}
}
