package io.gatehouse.chat;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.settings.ChatSettings.OnFailure;
import java.util.UUID;

/** What an application is told about a message it asked for. */
public sealed interface Told {

  /**
   * It was judged.
   *
   * @param event with {@code handling} HOLD where the pair is suspended: it waits for the owner
   * @param recorded whether it is in the database; else it will be, and its id is of no use
   * @param truncated whether it was too long to be read to its end
   */
  record Judged(MessageEvent event, boolean recorded, boolean truncated) implements Told {

    public static Judged of(final MessageEvent event, final boolean recorded) {
      return new Judged(event, recorded, event.verdict().truncated());
    }

    /** In which form it may be delivered now: an owner's release since then counts. */
    public Delivery delivery() {
      return Outcome.of(event);
    }

    /** Whether it may be delivered now, whole or masked (S3.5's {@code allowed}). */
    public boolean deliver() {
      return delivery() != Delivery.WITHHELD;
    }

    /** What the other side is to read, where it is delivered. */
    public String text() {
      final String text = event.content().text();
      return delivery() == Delivery.REDACTED
          ? Redaction.mask(text, event.verdict().findings())
          : text;
    }
  }

  /**
   * Its id stands for another message: another thread, author or text. It was not judged, and is
   * nowhere recorded; to be refused as {@code message_id_reused}.
   *
   * @param first the event of the message that has the id
   */
  record Reused(UUID first) implements Told {}

  /**
   * It could not be judged, or not be recorded where that is asked for.
   *
   * @param instead what the organization wants done then
   */
  record Unjudged(OnFailure instead) implements Told {}
}
