package io.gatehouse.passage;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.chat.ChatRecorder;
import io.gatehouse.chat.Recollection;
import io.gatehouse.sweep.Recording;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What others bring. */
@Factory
final class Parts {

  @Singleton
  Lines lines(final PassageSettings settings, final Backlog backlog) {
    final Lines lines = new Lines(settings.waiting(), backlog::holdsThreadOf);
    backlog.whenFreed(lines::lookAgain);
    return lines;
  }

  @Singleton
  Recording recording(final ChatRecorder recorder) {
    return recorder::tell;
  }

  @Singleton
  FromMemory memory(final Recollection recollection) {
    return recollection::fromMemory;
  }
}
