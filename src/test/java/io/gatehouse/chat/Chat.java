package io.gatehouse.chat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An application's people who write to each other, for tests. */
@Singleton
public final class Chat {

  public static final String LEAK = "call me on 604-555-0143 tonight";
  public static final String CLEAN = "see you at five, the leash is by the door";

  private static final AtomicInteger MESSAGES = new AtomicInteger();

  private final ChatRecorder recorder;

  Chat(final ChatRecorder recorder) {
    this.recorder = recorder;
  }

  public static Asked asked(final String thread, final String user, final String content) {
    return asked("m" + MESSAGES.incrementAndGet(), thread, user, content);
  }

  public static Asked asked(
      final String messageId, final String thread, final String user, final String content) {
    return new Asked(
        OrganizationId.DEFAULT,
        messageId,
        thread,
        user,
        Optional.empty(),
        content,
        TestClock.START,
        Optional.empty(),
        "");
  }

  /** The same message, and its application says in which part its author speaks. */
  public static Asked as(final Role role, final Asked asked) {
    return new Asked(
        asked.organization(),
        asked.messageId(),
        asked.thread(),
        asked.user(),
        Optional.of(role),
        asked.content(),
        asked.sentAt(),
        asked.position(),
        asked.language());
  }

  public MessageEvent says(final String thread, final String user, final String content) {
    return says(asked(thread, user, content));
  }

  public MessageEvent says(final Asked asked) {
    return recorder.record(List.of(asked), Handling.SCREEN).getFirst();
  }
}
