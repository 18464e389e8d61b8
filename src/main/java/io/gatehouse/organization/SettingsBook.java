package io.gatehouse.organization;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.json.Part;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings in force, and how they are changed. */
@Singleton
public class SettingsBook {

  /**
   * A version of an organization's settings, as it was written.
   *
   * @param version 0 with an empty document when nothing was ever chosen, then nobody changed it
   */
  @Serdeable
  public record Version(
      int version, JsonNode document, @Nullable String changedBy, @Nullable Instant changedAt) {}

  private final SettingsChanges changes;
  private final SettingsReader reader;
  private final SettingsView view;
  private final Recent<Settings> recent;

  SettingsBook(
      final SettingsChanges changes,
      final SettingsReader reader,
      final SettingsView view,
      final Clock clock) {
    this.changes = changes;
    this.reader = reader;
    this.view = view;
    this.recent = new Recent<>(clock, this::read);
  }

  /**
   * The newest version; cached, so that asking costs no round trip. A change made by another
   * instance of Gatehouse is seen within 5 seconds.
   *
   * @throws Problem 404 when there is no such organization
   */
  public Settings current(final OrganizationId organization) {
    return recent.get(organization);
  }

  /**
   * The version that was read last, for whoever must not wait for the database.
   *
   * @throws Problem 404 when there is no such organization
   */
  public Settings known(final OrganizationId organization) {
    return recent.known(organization);
  }

  /**
   * The newest version as it was written; not cached.
   *
   * @throws Problem 404 when there is no such organization
   */
  public Version document(final OrganizationId organization) {
    return changes.current(organization);
  }

  /** What a version means, as a document in which every default is spelled out. */
  public Map<String, Object> resolve(final Version version) {
    return view.resolved(meaning(version));
  }

  /** What a version means; where it is wrong, the default. */
  public Settings meaning(final Version version) {
    return reader.read(version.version(), version.document()).settings();
  }

  /** What of a version is wrong by now, so that its default holds instead. */
  public List<Part.Violation> faults(final Version version) {
    return reader.read(version.version(), version.document()).violations();
  }

  /** Earlier versions as they were written, the newest first. */
  public Page<Version> history(
      final OrganizationId organization, final int before, final int limit) {
    return changes.before(organization, before, limit);
  }

  /**
   * Puts a new version into force and records who did it.
   *
   * @param replaced the version the caller has read
   * @throws Problem 400 with every fault of the document; 412 when another version came first
   */
  public void change(final Caller by, final int replaced, final JsonNode document) {
    Part.demandNone(reader.read(replaced + 1, document).violations());
    changes.add(by, replaced + 1, document);
    recent.forget(by.organization());
  }

  /** What was stored by an older release may have parts that are refused now; the rest holds. */
  private Settings read(final OrganizationId organization) {
    return meaning(changes.current(organization));
  }

  void forget() {
    recent.forgetAll();
  }
}
