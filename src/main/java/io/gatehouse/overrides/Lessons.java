package io.gatehouse.overrides;

import io.gatehouse.base.Caller;
import io.gatehouse.detection.Finding;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.overrides.LessonRepository.Lesson;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.List;

/** What an owner's overrides teach about the rules: which are right, and which cry wolf. */
@Controller("/api/lessons")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class Lessons {

  /** Delivered after all. */
  static final String FORCE_SENT = "force_sent";

  /** Rightly flagged. */
  static final String RIGHT = "right";

  /** Nothing was wrong with it. */
  static final String FALSE_ALARM = "false_alarm";

  private final LessonRepository lessons;
  private final Clock clock;

  Lessons(final LessonRepository lessons, final Clock clock) {
    this.lessons = lessons;
    this.clock = clock;
  }

  /** The most frequent first. */
  @Get
  List<Lesson> list(final Caller caller) {
    return lessons.of(caller.organization().value());
  }

  /** Counts a verdict for every rule that spoke, once each, inside the running transaction. */
  void learn(final MessageEvent event, final String verdict) {
    final List<Finding> findings = event.verdict().findings();
    if (!findings.isEmpty()) {
      lessons.learn(
          event.origin().organization().value(),
          verdict,
          findings.stream().map(finding -> finding.type().wire()).toList(),
          findings.stream().map(Finding::rule).toList(),
          clock.instant());
    }
  }
}
