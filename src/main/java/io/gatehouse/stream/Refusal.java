package io.gatehouse.stream;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TransactionResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why Redis took nothing, as a code: its messages may quote what was to be written. */
final class Refusal {

  /** Redis begins its errors with a word in capitals: OOM, READONLY, LOADING, NOAUTH … */
  private static final Pattern CODE = Pattern.compile("([A-Z]{2,20})\\b.*", Pattern.DOTALL);

  private Refusal() {}

  static String code(final Throwable failure) {
    String code = "unreachable";
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof RedisCommandExecutionException) {
        return spoken(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof RedisCommandTimeoutException) {
        code = "timeout";
      }
      cause = cause.getCause();
    }
    return code;
  }

  /** The first of these commands' own refusals. */
  static Optional<RedisCommandExecutionException> first(
      final List<? extends RedisFuture<?>> commands) {
    return commands.stream()
        .map(RedisFuture::toCompletableFuture)
        .filter(command -> command.state() == Future.State.FAILED)
        .map(CompletableFuture::exceptionNow)
        .filter(RedisCommandExecutionException.class::isInstance)
        .map(RedisCommandExecutionException.class::cast)
        .findFirst();
  }

  /** Commands of a transaction that was carried out may still have failed, each for itself. */
  static void demandNone(final TransactionResult result) {
    for (final Object one : result) {
      if (one instanceof final RuntimeException refused) {
        throw refused;
      }
    }
  }

  private static String spoken(final String message) {
    final Matcher code = CODE.matcher(message);
    return code.matches() ? code.group(1).toLowerCase(Locale.ROOT) : "refused";
  }
}
