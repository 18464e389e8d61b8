package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.overrides.SecondOpinion;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.StoredRuling;
import io.gatehouse.rulings.Texts;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records a second opinion with all that follows from it; joins the running transaction. */
@Singleton
class Conclusions {

  /** Asked for late: what a message does next is ordered where this is carried out. */
  private final Provider<SecondOpinion> messages;

  private final Rulings rulings;
  private final Texts texts;
  private final List<ContentListener> listeners;
  private final Clock clock;

  Conclusions(
      final Provider<SecondOpinion> messages,
      final Rulings rulings,
      final Texts texts,
      final List<ContentListener> listeners,
      final Clock clock) {
    this.messages = messages;
    this.rulings = rulings;
    this.texts = texts;
    this.listeners = listeners;
    this.clock = clock;
  }

  void record(final Subject subject, final Opinion opinion) {
    if (subject.source().isMessage()) {
      messages.get().heard(subject.organization(), UUID.fromString(subject.source().id()), opinion);
    } else {
      content(subject.organization(), subject.source(), opinion);
    }
  }

  private void content(
      final OrganizationId organization, final Source source, final Opinion opinion) {
    rulings.hold(organization, source);
    final Optional<StoredRuling> last = rulings.current(organization, source);
    final UUID id = rulings.add(List.of(ruling(organization, source, opinion, last))).getFirst();
    final StoredRuling now = rulings.find(organization, id).orElseThrow();
    if (now.inForce() != last.map(StoredRuling::inForce).orElse(Ruling.ALLOW)) {
      listeners.forEach(listener -> listener.decided(organization, now));
    }
    if (now.inForce() == Ruling.ALLOW) {
      texts.forget(organization, source, Texts.CONTENT);
    }
  }

  private NewRuling ruling(
      final OrganizationId organization,
      final Source source,
      final Opinion opinion,
      final Optional<StoredRuling> last) {
    return new NewRuling(
        organization,
        source,
        Optional.empty(),
        opinion,
        last.map(Conclusions::same).orElse(NewRuling.Content.OURS),
        clock.instant());
  }

  private static NewRuling.Content same(final StoredRuling last) {
    return new NewRuling.Content(
        Optional.ofNullable(last.fingerprint()), Optional.ofNullable(last.url()));
  }
}
