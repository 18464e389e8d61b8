package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check;
import io.gatehouse.model.Doubt;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.settings.ModelSettings.Reads;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the language model is there that is to read along. Asks for nothing that costs. */
@Singleton
final class ModelCheck implements Check {

  private final ModelGateway model;
  private final Wanted wanted;

  ModelCheck(final ModelGateway model, final Wanted wanted) {
    this.model = model;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final Optional<String> name = model.name();
    if (name.isEmpty()) {
      return Finding.skipped("no language model is named: moderation goes by words alone");
    }
    return wanted.reading(organization) == Reads.OFF
        ? Finding.skipped(name.get() + " is shown nothing of this organization's texts")
        : found(name.get(), model.look());
  }

  private static Finding found(final String name, final ModelGateway.Presence presence) {
    return switch (presence) {
      case ModelGateway.Listed listed -> Finding.fine(name + " is there");
      case ModelGateway.Unlisted unlisted ->
          new Finding(
              State.NOTE,
              "the server answers and does not list " + name,
              "Check LLM_MODEL; some servers list none.");
      case ModelGateway.Absent absent ->
          new Finding(State.TROUBLE, absent.why().text(), next(absent.why()));
    };
  }

  private static String next(final Doubt why) {
    return why == Doubt.REFUSED
        ? "Check LLM_API_KEY, and that LLM_URL is what stands before /chat/completions."
        : "Check LLM_URL and the way to it; until then moderation goes by words alone.";
  }
}
