package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.inbox.ShownNotice;
import io.gatehouse.inbox.UnreadNotices;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/** Tells an owner of what waits, by one way. */
final class Teller implements EffectHandler {

  /** Says that there was nothing to tell any more: all was read, or the owner chose otherwise. */
  private static final Outcome.Done NOTHING = new Outcome.Done("nothing to tell");

  private final Voice voice;
  private final Gathering gathering;

  private Teller(final Voice voice, final Gathering gathering) {
    this.voice = voice;
    this.gathering = gathering;
  }

  /** One way of telling. */
  interface Voice {

    Way way();

    Outcome tell(Effect effect, News news);

    /** What to make of an attempt whose outcome is not known. */
    Outcome unsure(Effect effect, News news);
  }

  @Override
  public String kind() {
    return voice.way().kind();
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    final Window window = Window.of(effect, voice.way());
    return switch (gathering.windows.take(effect, window)) {
      case Windows.Turn.Wait wait ->
          new Outcome.Later("gathering", "The owner was told a moment ago.", wait.rest());
      case Windows.Turn.Tell tell -> with(tell, effect, window, voice::tell);
    };
  }

  private Outcome with(
      final Windows.Turn.Tell tell,
      final Effect effect,
      final Window window,
      final BiFunction<Effect, News, Outcome> telling) {
    final Settings current = gathering.settings.current(effect.organization());
    final List<ShownNotice> unread = gathering.notices.among(effect.organization(), tell.newest());
    final boolean wanted =
        Window.of(window.organization(), window.occasion(), current.owner()).contains(window);
    return wanted && !unread.isEmpty()
        ? telling.apply(effect, new News(window, current, tell.count(), unread))
        : NOTHING;
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    final Window window = Window.of(effect, voice.way());
    return with(gathering.windows.takenBy(effect), effect, window, voice::unsure);
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    gathering.windows.settled(effect, Window.of(effect, voice.way()), outcome);
  }

  /** What every way needs. */
  @Singleton
  record Gathering(Windows windows, SettingsBook settings, UnreadNotices notices) {}

  @Factory
  static final class Ways {

    @Singleton
    EffectHandler mail(final MailVoice voice, final Gathering gathering) {
      return new Teller(voice, gathering);
    }

    @Singleton
    EffectHandler sms(final SmsVoice voice, final Gathering gathering) {
      return new Teller(voice, gathering);
    }

    @Singleton
    EffectHandler webhook(final WebhookVoice voice, final Gathering gathering) {
      return new Teller(voice, gathering);
    }
  }
}
