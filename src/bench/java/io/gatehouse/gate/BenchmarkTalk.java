package io.gatehouse.gate;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clean messages of many chat threads, one after the other. */
final class BenchmarkTalk {

  private static final int THREADS = 500;

  private static final List<String> TEXTS =
      List.of(
          "Can you help me with GST/HST registration?",
          "Yes, of course. Which province is the business registered in?",
          "Thanks! The invoices for March are in the shared folder now.",
          "I will look at them tomorrow morning and come back to you before noon.",
          "Rex had his walk, ate everything and is asleep on the sofa.",
          "Great, see you on Saturday then");

  /** As many as are remembered. */
  static final List<Utterance> EARLIER =
      IntStream.range(0, 12)
          .mapToObj(
              n ->
                  new Utterance(
                      n % 2 == 0 ? Role.CLIENT : Role.PROVIDER,
                      TEXTS.get(n % TEXTS.size()),
                      Format.PLAIN))
          .toList();

  private final List<Conversation> threads;
  private final AtomicInteger said = new AtomicInteger();

  BenchmarkTalk(final Conversations conversations) {
    final var nobody = new Registration(null, null, List.of(), Known.NOTHING, null);
    this.threads =
        IntStream.range(0, THREADS)
            .mapToObj(
                n ->
                    conversations.learn(
                        OrganizationId.DEFAULT, Channel.CHAT, "thread-" + n, nobody))
            .toList();
  }

  /** So many as are handed over at once; no two of one thread. */
  List<Incoming> next(final int many) {
    final int first = said.getAndAdd(many);
    return IntStream.range(first, first + many).mapToObj(this::message).toList();
  }

  private Incoming message(final int number) {
    return new Incoming(
        new Origin(
            OrganizationId.DEFAULT,
            Channel.CHAT,
            Direction.INBOUND,
            new Sender(number % 2 == 0 ? Role.CLIENT : Role.PROVIDER, null, "user-" + number % 1000),
            Map.of("message_id", "m" + number, "thread_id", "thread-" + number % THREADS)),
        threads.get(number % THREADS),
        new Content(TEXTS.get(number % TEXTS.size()), Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("chat", UUID.randomUUID().toString(), null),
        Handling.SCREEN);
  }
}
