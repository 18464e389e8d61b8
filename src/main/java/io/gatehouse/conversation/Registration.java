package io.gatehouse.conversation;

import io.gatehouse.detection.Known;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about a conversation: its people and what may be mentioned in it. */
public record Registration(
    @Nullable Person client,
    @Nullable Person provider,
    List<Person> staff,
    Known allow,
    @Nullable String relayNumber) {

  public Registration {
    staff = List.copyOf(staff);
  }
}
