package io.gatehouse.sending;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.json.Part;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A text as a program hands it over.
 *
 * @param conversation its external reference
 * @param from whose words they are
 */
record SendRequest(String conversation, Role from, Channel channel, String body) {

  private static final int LONGEST_REFERENCE = 140;
  private static final Set<String> FIELDS = Set.of("conversation", "from", "channel", "body");

  /**
   * @throws io.gatehouse.base.Problem 400 with every fault
   */
  static SendRequest read(final JsonNode document) {
    final Part whole = Part.whole(document).only(FIELDS);
    final Optional<String> conversation = whole.at("conversation").needed().line(LONGEST_REFERENCE);
    final Optional<Role> from =
        whole.at("from").needed().oneOf(new Role[] {Role.PROVIDER, Role.CLIENT}, Role::wire);
    final Optional<Channel> channel =
        whole.at("channel").oneOf(new Channel[] {Channel.SMS}, Channel::wire);
    final Optional<String> body = text(whole.at("body").needed());
    Part.demandNone(whole.violations());
    return new SendRequest(
        conversation.orElseThrow(),
        from.orElseThrow(),
        channel.orElse(Channel.SMS),
        body.orElseThrow());
  }

  /** As it is: which characters can be sent is another question. */
  private static Optional<String> text(final Part part) {
    final JsonNode node = part.node();
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      part.refuse("must be a text");
      return Optional.empty();
    }
    return Optional.of(node.getStringValue());
  }
}
