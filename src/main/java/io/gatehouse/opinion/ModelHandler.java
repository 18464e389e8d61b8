package io.gatehouse.opinion;

import io.gatehouse.categories.Opinion;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.model.Doubt;
import io.gatehouse.model.ModelAnswer;
import io.gatehouse.model.ModelAnswer.Scored;
import io.gatehouse.model.ModelAnswer.Unsure;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ModelSettings.Reads;
import io.gatehouse.settings.ModerationSettings;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has the model read one text. Whatever the model does, an opinion comes of it: where there is any
 * doubt the one of the words alone, which says why (B52). It is recorded in the transaction that
 * ends the effect, so that it is there once; a question that was not heard to its end is asked
 * again, for asking changes nothing.
 */
@Singleton
final class ModelHandler implements EffectHandler {

  /** Somebody who does not wait is worth a few tries. */
  static final int TRIES = 3;

  private final ModelGateway model;
  private final Subjects subjects;
  private final Wanted wanted;
  private final SettingsBook settings;
  private final Conclusions conclusions;
  private final Map<UUID, Concluded> concluded = new ConcurrentHashMap<>();

  ModelHandler(
      final ModelGateway model,
      final Subjects subjects,
      final Wanted wanted,
      final SettingsBook settings,
      final Conclusions conclusions) {
    this.model = model;
    this.subjects = subjects;
    this.wanted = wanted;
    this.settings = settings;
    this.conclusions = conclusions;
  }

  /** An opinion that is not recorded yet. */
  private record Concluded(Subject subject, Opinion opinion) {}

  @Override
  public String kind() {
    return ModelOrders.KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    concluded.remove(effect.id());
    final Optional<Subject> subject = subjects.of(effect).filter(this::stillWanted);
    return subject.isPresent() ? read(effect, subject.get()) : new Outcome.Done("nothing to read");
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return new Outcome.Later("unheard", "The answer was not heard to its end.", null);
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    final Concluded found = concluded.remove(effect.id());
    if (found != null) {
      conclusions.record(found.subject(), found.opinion());
    } else if (!(outcome instanceof Outcome.Done)) {
      subjects.of(effect).ifPresent(subject -> conclude(subject, Doubt.FAILED));
    }
  }

  private boolean stillWanted(final Subject subject) {
    return subject.waits() || wanted.reading(subject.organization()) != Reads.OFF;
  }

  private Outcome read(final Effect effect, final Subject subject) {
    return switch (ask(subject)) {
      case Scored scored -> done(effect, subject, joined(subject, scored));
      case Unsure unsure ->
          unsure.why().passing() && !subject.waits() && effect.attempt() < TRIES
              ? new Outcome.Later(unsure.why().wire(), unsure.why().text(), unsure.after())
              : done(effect, subject, Joined.without(subject.words(), unsure.why()));
    };
  }

  private ModelAnswer ask(final Subject subject) {
    return wanted.reading(subject.organization()) == Reads.OFF
        ? new Unsure(Doubt.OFF, null)
        : model.ask(subject.organization(), subject.text(), rules(subject).model().tokensPerDay());
  }

  private Opinion joined(final Subject subject, final Scored scored) {
    return Joined.of(
        subject.words(), scored, model.name().orElseThrow(), rules(subject).thresholds());
  }

  private Outcome done(final Effect effect, final Subject subject, final Opinion opinion) {
    concluded.put(effect.id(), new Concluded(subject, opinion));
    return new Outcome.Done(opinion.by());
  }

  private void conclude(final Subject subject, final Doubt why) {
    conclusions.record(subject, Joined.without(subject.words(), why));
  }

  private ModerationSettings rules(final Subject subject) {
    return settings.current(subject.organization()).moderation();
  }
}
