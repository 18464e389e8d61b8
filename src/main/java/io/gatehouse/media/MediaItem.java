package io.gatehouse.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code media_item} without the bytes.
 *
 * @param reason why it is refused: gone, too_large …
 * @param type what it really is, once it is here
 */
@MappedEntity("media_item")
record MediaItem(
    @Id UUID id,
    UUID eventId,
    int position,
    String url,
    String declaredType,
    String state,
    @Nullable String reason,
    @Nullable String type,
    @Nullable Integer size) {

  boolean fetched() {
    return state.equals("fetched");
  }

  boolean waiting() {
    return state.equals("waiting");
  }

  boolean refused() {
    return state.equals("refused");
  }
}
