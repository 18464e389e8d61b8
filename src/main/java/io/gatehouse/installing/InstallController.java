package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Secret;
import io.gatehouse.environment.Forms;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.installing.Installation.Report;
import io.gatehouse.installing.Order.Wish;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets the site of the caller's organization up. The administrator's key comes in the body, is sent
 * to the site alone, and is forgotten with the request.
 */
@Controller("/api/connect/erpnext")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class InstallController {

  private static final String TOKEN = "[!-~]{1,500}";

  private final Installation installation;
  private final FrappeClient client;
  private final ProviderAccounts accounts;
  private final Environment environment;

  InstallController(
      final Installation installation,
      final FrappeClient client,
      final ProviderAccounts accounts,
      final Environment environment) {
    this.installation = installation;
    this.client = client;
    this.accounts = accounts;
    this.environment = environment;
  }

  /**
   * @param site absent: the site the organization has credentials of
   * @param user absent: {@code gatehouse@} and the site's host
   */
  @Serdeable
  record Request(
      @Nullable @Size(max = 500) String site,
      @NotNull @Pattern(regexp = TOKEN) String adminKey,
      @NotNull @Pattern(regexp = TOKEN) String adminSecret,
      @Nullable @Email @Size(max = 140) String user,
      @Nullable Boolean apply,
      @Nullable Boolean remove,
      @Nullable Boolean fields,
      @Nullable Boolean verify,
      @Nullable Boolean newKey,
      @Nullable Boolean setSecret) {

    Wish wish() {
      return new Wish(
          yes(apply), yes(remove), yes(fields), yes(verify), yes(newKey), yes(setSecret));
    }

    private static boolean yes(final @Nullable Boolean given) {
      return Boolean.TRUE.equals(given);
    }

    /** Never the key. */
    @Override
    public String toString() {
      return "Request[" + site + "]";
    }
  }

  /** A plan; with {@code apply} it is carried out. */
  @Post
  Report connect(final Caller caller, @Body @Valid final Request request) {
    final URI url = site(caller.organization(), request.site());
    final var site =
        new Site(url, new Secret(request.adminKey()), new Secret(request.adminSecret()));
    return installation.run(
        new Order(
            caller,
            new Desk(client, site, Desk.ADMINISTRATOR),
            Order.webhook(environment.server(), caller.organization()),
            Optional.ofNullable(request.user()).orElseGet(() -> user(url)),
            request.wish()));
  }

  private URI site(final OrganizationId organization, final @Nullable String given) {
    final Optional<URI> held = accounts.erpnext(organization).site().map(Site::url);
    if (given == null) {
      return held.orElseThrow(
          () -> Problem.badRequest("site_missing", "Name the site's address as \"site\"."));
    }
    try {
      return Forms.address(given);
    } catch (final IllegalArgumentException another) {
      throw Problem.badRequest("site_wrong", "\"site\" is an address such as https://erp.example.");
    }
  }

  /** Frappe wants an e-mail address; one at a bare host or an IP address it takes for none. */
  private static String user(final URI site) {
    final String host = site.getHost();
    return "gatehouse@" + (host.matches(".*\\.[a-zA-Z-]{2,}") ? host : "erpnext.invalid");
  }
}
