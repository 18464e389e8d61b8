package io.gatehouse.web;

import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.util.concurrent.CompletionException;

/**
 * The bytes of a request, untouched, as a signature needs them. Where an argument is bound from a
 * form the framework sets its own decoder to work on the same bytes, so none is: the path's
 * variables are named as such.
 */
public final class RawBody {

  private RawBody() {}

  /**
   * Waits for the whole of it.
   *
   * @throws ContentLengthExceededException when it is longer than the server takes
   */
  public static byte[] of(final ServerHttpRequest<?> request) {
    try (CloseableAvailableByteBody body = request.byteBody().buffer().join()) {
      return body.toByteArray();
    } catch (final CompletionException failed) {
      throw failed.getCause() instanceof final ContentLengthExceededException tooLong
          ? tooLong
          : failed;
    }
  }
}
