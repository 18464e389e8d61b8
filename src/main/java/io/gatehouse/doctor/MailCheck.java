package io.gatehouse.doctor;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;

/** Whether e-mails to the owner go anywhere. */
@Singleton
class MailCheck implements Check {

  private final Environment environment;
  private final SettingsBook settings;

  MailCheck(final Environment environment, final SettingsBook settings) {
    this.environment = environment;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final boolean wanted = !settings.current(organization).owner().emails().isEmpty();
    return environment
        .smtp()
        .map(smtp -> Finding.fine("e-mails leave by " + smtp.host() + ":" + smtp.port()))
        .orElseGet(
            () ->
                new Finding(
                    wanted ? State.TROUBLE : State.NOTE,
                    wanted
                        ? "the settings name e-mail addresses, but e-mails go to the sandbox"
                        : "e-mails go to the sandbox",
                    "Set SMTP_URL."));
  }
}
