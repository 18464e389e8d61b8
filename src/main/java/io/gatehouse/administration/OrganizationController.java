package io.gatehouse.administration;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.json.Part;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.Organizations.Organization;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenants; an operator sees all, an owner their own. */
@Controller("/api/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganizationController {

  private static final String ID = "1 to 40 lower-case letters, digits and dashes";
  private static final int LONGEST_NAME = 80;

  private final Organizations organizations;
  private final NewOrganizations opening;

  OrganizationController(final Organizations organizations, final NewOrganizations opening) {
    this.organizations = organizations;
    this.opening = opening;
  }

  /** Answers with the first owner's key and the webhooks' secrets, which are told this once. */
  @Post
  @Secured(Caller.OPERATOR)
  HttpResponse<NewOrganizations.Opened> open(final Caller caller, @Body final JsonNode wish) {
    final Part whole = Part.whole(wish).only(Set.of("id", "name"));
    final Optional<String> id = whole.at("id").needed().text(OrganizationId::isOne, ID);
    final Optional<String> name = whole.at("name").needed().line(LONGEST_NAME);
    Part.demandNone(whole.violations());
    return HttpResponse.created(
        opening.open(caller, new OrganizationId(id.orElseThrow()), name.orElseThrow()));
  }

  /**
   * In the order of their ids.
   *
   * @param after the last page's {@code next}
   */
  @Get
  @Secured(Caller.OPERATOR)
  Page<Shown> list(
      @QueryValue(defaultValue = "") final String after,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    final List<Organization> oneMore = organizations.after(after, limit + 1);
    final List<Organization> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
    return new Page<>(
        page.stream().map(Shown::of).toList(), oneMore.size() > limit ? page.getLast().id() : null);
  }

  @Get("/{id}")
  @Secured({Caller.OPERATOR, Caller.OWNER})
  Shown show(final Caller caller, final String id) {
    return Shown.of(organizations.find(Reach.within(caller, id)));
  }

  @Serdeable
  record Shown(Organization organization, Webhooks webhooks) {

    static Shown of(final Organization organization) {
      return new Shown(organization, Webhooks.of(new OrganizationId(organization.id())));
    }
  }
}
