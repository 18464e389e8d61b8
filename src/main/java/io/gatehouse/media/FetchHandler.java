package io.gatehouse.media;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.attachments.FileTypes;
import io.gatehouse.attachments.Fingerprint;
import io.gatehouse.attachments.Stripping;
import io.gatehouse.download.Fetched;
import io.gatehouse.download.Fetcher;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * Fetches one file and keeps it without what nobody sees in it. That a file cannot be had is a fact
 * about the file: it is kept there, and the effect is done, so that a message with ten dead files
 * is one notice and not eleven.
 */
@Singleton
class FetchHandler implements EffectHandler {

  /** Twilio may tell of a file some seconds before it can be fetched. */
  private static final int TRIES_OF_WHAT_IS_GONE = 3;

  private static final String GONE = "gone";

  private final ProviderAccounts accounts;
  private final MediaRepository items;
  private final Fetcher fetcher;
  private final Completion completion;
  private final FileTypes types = new FileTypes();

  FetchHandler(
      final ProviderAccounts accounts,
      final MediaRepository items,
      final Fetcher fetcher,
      final Completion completion) {
    this.accounts = accounts;
    this.items = items;
    this.fetcher = fetcher;
    this.completion = completion;
  }

  @Override
  public String kind() {
    return MediaOrders.FETCH;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return items
        .find(MediaOrders.item(effect))
        .map(item -> outcome(effect, item, fetch(effect, item)))
        .orElseGet(() -> new Outcome.Refused("erased", "The message does not exist any more."));
  }

  /** To ask for a file again does no harm. */
  @Override
  public Outcome reconcile(final Effect effect) {
    return new Outcome.Later("again", "It may be fetched again.", null);
  }

  /** Given up counts as not to be had, until the owner sends it round again. */
  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      items.refused(MediaOrders.item(effect), "unreachable");
    }
    completion.settled(
        effect.organization(), Objects.requireNonNull(effect.event()), MediaOrders.item(effect));
  }

  private Fetched fetch(final Effect effect, final MediaItem item) {
    final TwilioAccount account = accounts.twilio(effect.organization());
    return account.sandbox() ? new Fetched.Unfit("sandbox") : fetcher.fetch(item.url(), account);
  }

  private Outcome outcome(final Effect effect, final MediaItem item, final Fetched fetched) {
    return switch (fetched) {
      case Fetched.Taken taken -> keep(item, taken.bytes());
      case Fetched.Unfit unfit ->
          unfit.reason().equals(GONE) && effect.attempt() < TRIES_OF_WHAT_IS_GONE
              ? new Outcome.Later("404", "The file is not there yet, or not any more.", null)
              : refuse(item, unfit.reason());
      case Fetched.NotNow later -> new Outcome.Later(later.code(), later.reason(), later.after());
    };
  }

  private Outcome keep(final MediaItem item, final byte[] bytes) {
    final String type = types.of(bytes).mime();
    final Optional<byte[]> stripped = Stripping.of(bytes, type);
    if (stripped.isEmpty()) {
      return refuse(item, "broken");
    }
    final byte[] kept = stripped.get();
    items.fetched(item.id(), type, Fingerprint.of(kept), kept.length, kept);
    return new Outcome.Done("fetched");
  }

  private Outcome refuse(final MediaItem item, final String reason) {
    items.refused(item.id(), reason);
    return new Outcome.Done("refused:" + reason);
  }
}
