package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.REDIS_HOST;
import static io.gatehouse.environment.Variable.REDIS_PORT;
import static io.gatehouse.environment.Variable.REDIS_URL;

import io.gatehouse.base.Environment.Redis;
import io.gatehouse.base.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which Redis gets the feed: by its address, or by S3.3's host and port. */
final class RedisReader {

  private static final int STANDARD_PORT = 6379;
  private static final Pattern DATABASE = Pattern.compile("/[0-9]{1,4}");

  private RedisReader() {}

  static Optional<Redis> read(final Given given) {
    final Optional<Redis> byAddress = given.parsed(REDIS_URL, RedisReader::parse);
    final Optional<String> host = given.parsed(REDIS_HOST, Forms::host);
    final Optional<Integer> port = given.parsed(REDIS_PORT, text -> Forms.number(text, 1, 65_535));
    if (given.has(REDIS_URL)) {
      given.ignore(REDIS_HOST, "REDIS_URL says it all");
      given.ignore(REDIS_PORT, "REDIS_URL says it all");
      return byAddress;
    }
    given.needs(REDIS_PORT, REDIS_HOST);
    return host.map(name -> plain(name, port.orElse(STANDARD_PORT)));
  }

  private static Redis plain(final String host, final int port) {
    return new Redis(host, port, false, 0, Optional.empty(), Optional.empty());
  }

  /**
   * Reads {@code redis[s]://user:password@host:port/database}, in which all but the host may be
   * missing (the form registered with IANA for redis).
   *
   * @throws IllegalArgumentException when it is another form; the message never repeats the value
   */
  private static Redis parse(final String written) {
    final URI uri = URI.create(written);
    final String path = Optional.ofNullable(uri.getPath()).orElse("");
    if (!Set.of("redis", "rediss").contains(Optional.ofNullable(uri.getScheme()).orElse(""))
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !(path.length() <= 1 || DATABASE.matcher(path).matches())) {
      throw new IllegalArgumentException("not a Redis address");
    }
    final String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    return new Redis(
        uri.getHost(),
        uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
        "rediss".equals(uri.getScheme()),
        path.length() <= 1 ? 0 : Integer.parseInt(path.substring(1)),
        login.length > 1 ? part(login[0]) : Optional.empty(),
        password(login));
  }

  /** Alone, what stands before the host is the password, as redis-cli's users write it. */
  private static Optional<Secret> password(final String[] login) {
    return part(login[login.length - 1]).map(Secret::new);
  }

  private static Optional<String> part(final String encoded) {
    return Optional.of(encoded)
        .filter(text -> !text.isEmpty())
        .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
  }
}
