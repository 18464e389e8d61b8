package io.gatehouse.gate;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** People who write to each other in ERPNext or by SMS, for tests of what follows. */
@Singleton
public final class Talk {

  public static final String LEAK = "Here's my number: 604-555-0143, give me a call";
  public static final String CLEAN = "Can you help me with GST/HST registration?";
  public static final String RELAY = "+16045550100";

  private static final OrganizationId HERE = OrganizationId.DEFAULT;

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final AtomicInteger messages = new AtomicInteger();

  Talk(final Gatekeeper gatekeeper, final Conversations conversations) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
  }

  /** Ann and her advisor Bob, in an Issue's thread. */
  public Conversation issue(final String ref) {
    return issue(ref, person("Ann", "ann@mail.ca", "+16045550111"));
  }

  /**
   * @param client null where nobody knows
   */
  public Conversation issue(final String ref, final @Nullable Person client) {
    return conversations.register(
        HERE,
        Channel.ERPNEXT,
        ref,
        new Registration(
            client,
            client == null ? null : person("Bob", "bob@firm.ca", "+16045550122"),
            client == null ? List.of() : List.of(Person.withEmail("staff@firm.ca")),
            Known.NOTHING,
            null));
  }

  /** The same two by SMS. */
  public Conversation walk(final String ref) {
    return conversations.register(
        HERE,
        Channel.SMS,
        ref,
        new Registration(
            person("Ann", "ann@mail.ca", "+16045550111"),
            person("Bob", "bob@firm.ca", "+16045550122"),
            List.of(),
            Known.NOTHING,
            RELAY));
  }

  public static Person person(final String name, final String email, final String phone) {
    return new Person(name, email, phone, null);
  }

  /** The client writes. */
  public MessageEvent says(final @Nullable Conversation in, final String text) {
    return says(in, Role.CLIENT, text);
  }

  public MessageEvent says(final @Nullable Conversation in, final Role role, final String text) {
    final Channel channel = in == null ? Channel.ERPNEXT : in.channel();
    final Sender sender = sender(in, role, channel);
    return gatekeeper.screen(
        new Incoming(
            new Origin(HERE, channel, Direction.INBOUND, sender, envelope(channel, sender)),
            in,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("talk", "m" + messages.incrementAndGet(), null),
            Handling.SCREEN));
  }

  private static Map<String, String> envelope(final Channel channel, final Sender sender) {
    return channel == Channel.SMS ? Map.of("from", sender.address(), "to", RELAY) : Map.of();
  }

  private static Sender sender(
      final @Nullable Conversation in, final Role role, final Channel channel) {
    if (in == null) {
      return new Sender(role, null, "stranger@mail.ca");
    }
    return in.people()
        .all()
        .filter(person -> person.role() == role)
        .findFirst()
        .map(person -> new Sender(role, person.id(), address(person, channel)))
        .orElseGet(() -> new Sender(role, null, "stranger@mail.ca"));
  }

  private static String address(final Participant person, final Channel channel) {
    return String.valueOf(channel == Channel.SMS ? person.phone() : person.email());
  }
}
