package io.gatehouse.doctor;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.json.Part;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the settings in force still mean what was written. */
@Singleton
class SettingsCheck implements Check {

  private static final int MOST = 5;

  private final SettingsBook settings;

  SettingsCheck(final SettingsBook settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public Finding look(final OrganizationId organization) {
    final SettingsBook.Version version = settings.document(organization);
    final List<Part.Violation> faults = settings.faults(version);
    if (faults.isEmpty()) {
      return Finding.fine("version " + version.version() + " is read without a fault");
    }
    final String paths =
        faults.stream().limit(MOST).map(Part.Violation::path).collect(Collectors.joining(", "));
    return new Finding(
        State.TROUBLE,
        "defaults hold in place of " + faults.size() + " values: " + paths,
        "PUT /api/settings with the document; the answer tells every fault.");
  }
}
