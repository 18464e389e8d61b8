package io.gatehouse.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Told of what becomes of a conversation, inside the transaction; the relay keeps its routes by it.
 */
public interface ConversationListener {

  /**
   * @param relayNumber in E.164, the number both sides shall use; null when none was named
   * @throws io.gatehouse.base.Problem when the registration cannot stand, which rolls it back
   */
  void registered(Conversation conversation, @Nullable String relayNumber);

  /** It was open until now. */
  void closed(Conversation conversation);

  /**
   * It was closed until now.
   *
   * @throws io.gatehouse.base.Problem when it cannot be opened, which rolls it back
   */
  void opened(Conversation conversation);
}
