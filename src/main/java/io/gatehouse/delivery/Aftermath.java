package io.gatehouse.delivery;

import io.gatehouse.events.Progress;
import io.gatehouse.relay.OptOuts;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What follows from the last word on a message. Everything joins the running transaction. */
@Singleton
class Aftermath {

  /** The provider's own code for "no reason known" stands where none is given. */
  private static final String NO_REASON = "30008";

  private final ErrorClasses classes;
  private final Progress progress;
  private final OptOuts optOuts;
  private final Resends resends;
  private final Alarms alarms;

  Aftermath(
      final ErrorClasses classes,
      final Progress progress,
      final OptOuts optOuts,
      final Resends resends,
      final Alarms alarms) {
    this.classes = classes;
    this.progress = progress;
    this.optOuts = optOuts;
    this.resends = resends;
    this.alarms = alarms;
  }

  void of(final Delivery delivery, final StatusReport report) {
    if (report.status().failed()) {
      failed(delivery, report.errorCode().isEmpty() ? NO_REASON : report.errorCode());
    } else if (report.status().arrived() && delivery.carries()) {
      progress.arrived(Objects.requireNonNull(delivery.eventId()));
    }
  }

  /** An answer of our own is not worth another try; a message is. */
  private void failed(final Delivery delivery, final String code) {
    final var type = classes.of(code);
    if (type == ErrorClasses.ErrorClass.OPTED_OUT) {
      optOuts.refusedByProvider(delivery.line());
    }
    if (delivery.carries() && !sentAgain(delivery, type, code)) {
      progress.deliveryFailed(Objects.requireNonNull(delivery.eventId()));
      alarms.failed(delivery, null, code);
    }
  }

  private boolean sentAgain(
      final Delivery delivery, final ErrorClasses.ErrorClass type, final String code) {
    return switch (type) {
      case LATER -> resends.again(delivery, 3);
      case ONCE, RECONCILE -> resends.again(delivery, 1);
      case CONFIG -> {
        resends.stop(delivery, code);
        yield true;
      }
      case OPTED_OUT, PERMANENT -> false;
    };
  }
}
