package io.gatehouse.opinion;

import io.gatehouse.categories.Opinion;
import io.gatehouse.overrides.SecondOpinion;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.StoredRuling;
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
  private final Clock clock;

  Conclusions(final Provider<SecondOpinion> messages, final Rulings rulings, final Clock clock) {
    this.messages = messages;
    this.rulings = rulings;
    this.clock = clock;
  }

  void record(final Subject subject, final Opinion opinion) {
    if (subject.source().isMessage()) {
      messages.get().heard(subject.organization(), UUID.fromString(subject.source().id()), opinion);
    } else {
      rulings.hold(subject.organization(), subject.source());
      rulings.add(List.of(ruling(subject, opinion)));
    }
  }

  private NewRuling ruling(final Subject subject, final Opinion opinion) {
    return new NewRuling(
        subject.organization(),
        subject.source(),
        Optional.empty(),
        opinion,
        rulings
            .current(subject.organization(), subject.source())
            .map(Conclusions::sameContent)
            .orElse(NewRuling.Content.OURS),
        clock.instant());
  }

  private static NewRuling.Content sameContent(final StoredRuling last) {
    return new NewRuling.Content(
        Optional.ofNullable(last.fingerprint()), Optional.ofNullable(last.url()));
  }
}
