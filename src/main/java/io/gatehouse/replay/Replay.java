package io.gatehouse.replay;

import io.gatehouse.base.Environment;
import io.gatehouse.base.StartFailure;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.environment.EnvironmentReader;
import io.gatehouse.explanation.Explainer;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.StoredSettings;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Standing;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code scan --replay}: one stored message, decided again with the rules of today. */
public final class Replay {

  private static final Set<String> JUDGED = Set.of("screen", "hold", "examine");

  private final ReplayRepository store;
  private final Detector detector;
  private final Environment.Interception standard;

  private Replay(
      final ReplayRepository store,
      final Detector detector,
      final Environment.Interception standard) {
    this.store = store;
    this.detector = detector;
    this.standard = standard;
  }

  /**
   * Shows what was decided then and what would be now.
   *
   * @param variables of the environment, which name the database
   * @param explain also says why, and shows the text
   * @return whether rules, findings and decision are what they were
   * @throws StartFailure when there is no such message, its text was purged, or the database is
   *     away
   */
  public static boolean run(
      final UUID event,
      final Map<String, String> variables,
      final boolean explain,
      final PrintWriter out) {
    final var standard = new EnvironmentReader(variables).interception();
    try (ReplayRepository store = Store.open(variables)) {
      final Recomputed recomputed = new Replay(store, Detector.standard(), standard).of(event);
      SideBySide.show(recomputed, explain, out);
      return recomputed.sameRules() && recomputed.sameDecision() && recomputed.sameFindings();
    } catch (final SQLException failed) {
      throw StartFailure.because(
          "The database could not be read (SQLSTATE " + failed.getSQLState() + ").");
    }
  }

  private Recomputed of(final UUID event) throws SQLException {
    final StoredMessage.Head head =
        store
            .head(event)
            .orElseThrow(() -> StartFailure.because("There is no message event " + event + "."));
    if (!JUDGED.contains(head.handling())) {
      throw StartFailure.because("Event " + event + " was never judged: " + head.handling() + ".");
    }
    final ReplayRepository.Text text =
        store
            .text(event)
            .orElseThrow(
                () -> StartFailure.because("The text of event " + event + " has been purged."));
    final List<ReplayRepository.Earlier> before =
        head.conversation() == null ? List.of() : store.before(head);
    return decided(message(head, text, before), before);
  }

  private StoredMessage message(
      final StoredMessage.Head head,
      final ReplayRepository.Text text,
      final List<ReplayRepository.Earlier> before)
      throws SQLException {
    final Map<UUID, Integer> messages = new HashMap<>();
    for (final ReplayRepository.Earlier earlier : before) {
      if (earlier.utterance().isPresent()) {
        messages.put(earlier.id(), messages.size());
      }
    }
    messages.put(head.id(), messages.size());
    final List<Utterance> said =
        before.stream().map(ReplayRepository.Earlier::utterance).flatMap(Optional::stream).toList();
    return new StoredMessage(
        head, text.text(), text.format(), said, store.findings(head.id(), messages));
  }

  private Recomputed decided(
      final StoredMessage message, final List<ReplayRepository.Earlier> before)
      throws SQLException {
    final StoredMessage.Head head = message.head();
    final var documents = store.settings(head.organization(), head.settingsVersion());
    final Settings settings =
        documents.stream()
            .filter(document -> document.version() == head.settingsVersion())
            .findFirst()
            .map(document -> StoredSettings.of(document.version(), document.json(), standard))
            .orElseGet(() -> StoredSettings.of(0, "{}", standard));
    final var request =
        new ScanRequest(
            message.utterance(),
            head.channel(),
            settings.region(),
            settings.harmless().and(known(head)),
            message.earlier(),
            history(head, before));
    final var told = new Explainer(detector).explain(request, settings.weights());
    final Decision decision =
        Policy.decide(
            told.scan().detected(),
            told.explanation().risk().risk(),
            standing(head, settings),
            settings.policy().ruleFor(head.channel(), head.direction(), head.sender()));
    return new Recomputed(
        message,
        told.scan().findings(),
        decision,
        told.explanation(),
        documents.isEmpty() ? 0 : documents.getLast().version(),
        before.size() - message.earlier().size());
  }

  /** What a quote may repeat. */
  private List<Utterance> history(
      final StoredMessage.Head head, final List<ReplayRepository.Earlier> before)
      throws SQLException {
    final List<Utterance> history =
        new ArrayList<>(head.conversation() == null ? List.of() : store.found(head));
    before.stream()
        .filter(ReplayRepository.Earlier::shown)
        .map(ReplayRepository.Earlier::utterance)
        .flatMap(Optional::stream)
        .forEach(history::add);
    return history;
  }

  private Known known(final StoredMessage.Head head) throws SQLException {
    return head.conversation() == null ? Known.NOTHING : store.known(head.conversation());
  }

  private Standing standing(final StoredMessage.Head head, final Settings settings)
      throws SQLException {
    final var since = head.receivedAt().minus(settings.strikes().window());
    final int strikes =
        head.flagCount() > 0 || head.spared()
            ? head.flagCount() - (head.spared() ? 0 : 1)
            : head.conversation() == null ? 0 : store.strikes(head, since);
    return new Standing(head.sender(), strikes, settings.strikes().escalateAt(), head.spared());
  }
}
