package io.gatehouse.overrides;

import io.gatehouse.categories.Ruling;
import io.gatehouse.rulings.ReviewListener;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Lets a message go on that a reviewer has cleared (S4.19), once. */
@Singleton
class ReviewedMessage implements ReviewListener {

  private final Held held;
  private final GoingOn going;

  ReviewedMessage(final Held held, final GoingOn going) {
    this.held = held;
    this.going = going;
  }

  /** A leak in it is the owner's to decide on, whatever is said of its conduct. */
  @Override
  @Transactional
  public void reviewed(final Reviewed word) {
    if (word.after() != Ruling.BLOCK && word.source().isMessage()) {
      word.event().ifPresent(event -> cleared(word, event));
    }
  }

  private void cleared(final Reviewed word, final UUID event) {
    final Held.Message message = held.hold(word.organization(), event);
    if (GoingOn.waits(message)) {
      going.on(message.event(), word.by());
    }
  }
}
