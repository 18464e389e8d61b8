package io.gatehouse.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a short body in; hangs up on a longer one. */
final class Capped implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final int most;
  private @Nullable Subscription subscription;

  Capped(final int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(final Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(final List<ByteBuffer> pieces) {
    for (final ByteBuffer piece : pieces) {
      if (taken.size() + piece.remaining() > most) {
        hangUp();
        return;
      }
      final var bytes = new byte[piece.remaining()];
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

  private void hangUp() {
    if (subscription != null) {
      subscription.cancel();
    }
    whole.completeExceptionally(new IOException("longer than is taken"));
  }
}
