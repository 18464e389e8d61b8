package io.gatehouse.conversation;

/** Told of every registration inside its transaction; the relay keeps its routes by it. */
public interface ConversationListener {

  /**
   * @throws io.gatehouse.base.Problem when the registration cannot stand, which rolls it back
   */
  void registered(Conversation conversation);
}
