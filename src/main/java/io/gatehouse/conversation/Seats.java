package io.gatehouse.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which participants sit where in a conversation. */
record Seats(@Nullable UUID client, @Nullable UUID provider, List<UUID> staff) {}
