package io.gatehouse.pairs;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was allowed between two people, and its withdrawal. */
@Controller("/api/pairs/contacts")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class PairController {

  private final PairContacts contacts;
  private final AuditLog audit;

  PairController(final PairContacts contacts, final AuditLog audit) {
    this.contacts = contacts;
    this.audit = audit;
  }

  /**
   * Newest first.
   *
   * @param conversation by our id; without it those of all pairs
   * @param before the id of the last one read
   */
  @Get
  List<PairContact> list(
      final Caller caller,
      @QueryValue final @Nullable UUID conversation,
      @QueryValue final @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return contacts.newest(caller.organization(), conversation, before, limit);
  }

  /** From the next message on it is a leak again. */
  @Delete("/{id}")
  @Transactional
  HttpResponse<?> withdraw(final Caller caller, final UUID id) {
    final PairContact gone = contacts.withdraw(caller.organization(), id);
    audit.record(
        caller.organization(),
        caller.name(),
        "contact.withdrawn",
        id.toString(),
        null,
        Map.of("kind", gone.kind(), "event", gone.eventId().toString()));
    return HttpResponse.noContent();
  }
}
