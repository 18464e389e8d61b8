package io.gatehouse.relay;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.Tables;
import jakarta.inject.Singleton;
import java.util.List;

/** Registers conversations by SMS that get their numbers from the pool. */
@Singleton
final class Pairs {

  private final Conversations conversations;
  private final Tables tables;

  Pairs(final Conversations conversations, final Tables tables) {
    this.conversations = conversations;
    this.tables = tables;
  }

  /** The n-th number of the pool. */
  static String number(final int n) {
    return "+1604555010" + n;
  }

  void pool(final int size) {
    for (int n = 0; n < size; n++) {
      tables.run("insert into relay_number values ('default', '" + number(n) + "')");
    }
  }

  Conversation register(final String ref, final String client, final String provider) {
    return register(
        ref, new Person(null, null, client, null), new Person(null, null, provider, null));
  }

  Conversation register(final String ref, final Person client, final Person provider) {
    return conversations.register(
        OrganizationId.DEFAULT,
        Channel.SMS,
        ref,
        new Registration(client, provider, List.of(), Known.NOTHING, null));
  }
}
