package io.gatehouse.stream;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis, where there is one. A connection that broke is not mended behind the back of
 * who uses it: commands that waited for that would be carried out at a time nobody chose.
 */
@Singleton
class RedisLink {

  private static final String CLIENT_NAME = "gatehouse";

  private final Optional<Environment.Redis> server;
  private @Nullable RedisClient client;

  RedisLink(final Environment environment) {
    this.server = environment.redis();
  }

  boolean isConfigured() {
    return server.isPresent();
  }

  /** Which one, without its password. */
  String shown() {
    return server
        .map(redis -> "%s:%d/%d".formatted(redis.host(), redis.port(), redis.database()))
        .orElse("");
  }

  /**
   * @param patience for connecting, for the greeting, and for each command
   * @throws io.lettuce.core.RedisException when it cannot be reached or lets nobody in
   */
  StatefulRedisConnection<String, String> open(final Duration patience) {
    final RedisURI uri = uri(server.orElseThrow());
    uri.setTimeout(patience);
    return client().connect(uri);
  }

  private synchronized RedisClient client() {
    if (client == null) {
      client = RedisClient.create();
      client.setOptions(
          ClientOptions.builder()
              .autoReconnect(false)
              .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
              .socketOptions(SocketOptions.builder().connectTimeout(StreamWriter.PATIENCE).build())
              .timeoutOptions(TimeoutOptions.enabled())
              .build());
    }
    return client;
  }

  private static RedisURI uri(final Environment.Redis redis) {
    final RedisURI uri =
        RedisURI.builder()
            .withHost(redis.host())
            .withPort(redis.port())
            .withSsl(redis.tls())
            .withDatabase(redis.database())
            .withClientName(CLIENT_NAME)
            .build();
    uri.setCredentialsProvider(
        RedisCredentialsProvider.from(
            () ->
                RedisCredentials.just(
                    redis.user().orElse(null), redis.password().map(Secret::reveal).orElse(null))));
    return uri;
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.shutdown(Duration.ZERO, StreamWriter.PATIENCE);
    }
  }
}
