package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.settings.ChatSettings.OnFailure;
import java.util.Set;

/** Reads how a chat application is answered. */
public final class ChatReader {

  private ChatReader() {}

  public static ChatSettings read(final Part part) {
    part.only(Set.of("on_failure"));
    return new ChatSettings(
        part.at("on_failure")
            .oneOf(OnFailure.values(), OnFailure::wire)
            .orElse(ChatSettings.STANDARD.onFailure()));
  }
}
