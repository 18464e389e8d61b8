package io.gatehouse.access;

import io.micronaut.security.token.reader.HttpHeaderTokenReader;
import jakarta.inject.Singleton;

/**
 * The same keys in {@code X-Api-Key}, for programs that can send a fixed header but have {@code
 * Authorization} taken by something in between.
 */
@Singleton
class ApiKeyHeader extends HttpHeaderTokenReader {

  @Override
  protected String getPrefix() {
    return "";
  }

  @Override
  protected String getHeaderName() {
    return "X-Api-Key";
  }
}
