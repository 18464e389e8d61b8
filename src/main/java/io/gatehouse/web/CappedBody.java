package io.gatehouse.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body in up to a length and hangs up at the first byte more. */
public final class CappedBody implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final long announced;
  private final int most;
  private @Nullable Subscription subscription;

  public CappedBody(final ResponseInfo answer, final int most) {
    this.announced = answer.headers().firstValueAsLong("Content-Length").orElse(0);
    this.most = most;
  }

  /** The body is longer than is taken. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(final Subscription given) {
    subscription = given;
    if (announced > most) {
      refuse();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(final List<ByteBuffer> pieces) {
    for (final ByteBuffer piece : pieces) {
      if (whole.isDone() || taken.size() + piece.remaining() > most) {
        refuse();
        return;
      }
      final byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      taken.writeBytes(bytes);
    }
  }

  @Override
  public void onError(final Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(taken.toByteArray());
  }

  private void refuse() {
    if (subscription != null) {
      subscription.cancel();
    }
    whole.completeExceptionally(new TooLong());
  }
}
