package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Rounds;
import io.gatehouse.outage.DatabaseAway;
import io.gatehouse.standings.Suspensions;
import io.gatehouse.tenancy.SuspendedOrganizations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one path: every message of every channel is screened here. */
@Singleton
public class Gatekeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

  private final SuspendedOrganizations organizations;
  private final Suspensions suspensions;
  private final Judge judge;
  private final Recorder recorder;
  private final List<Witness> witnesses;

  Gatekeeper(
      final SuspendedOrganizations organizations,
      final Suspensions suspensions,
      final Judge judge,
      final Recorder recorder,
      final List<Witness> witnesses) {
    this.organizations = organizations;
    this.suspensions = suspensions;
    this.judge = judge;
    this.recorder = recorder;
    this.witnesses = witnesses;
  }

  /**
   * Screens a message and records everything that follows in one transaction. A message whose key
   * is known is not screened again: the first event is answered, also to copies that arrive at the
   * same moment. While its pair or its organization is suspended, it waits for the owner whatever
   * is found in it.
   */
  public MessageEvent screen(final Incoming incoming) {
    return screen(List.of(incoming)).getFirst();
  }

  /**
   * Screens several messages as each would be by itself, those of one conversation in their order.
   * The clean ones of different conversations share a transaction, so that many cost little more
   * than one. A message that cannot be recorded keeps no other from it.
   *
   * @return what was recorded, in the order of the messages; of a repeat the first event
   * @throws RuntimeException why the first of those that failed did. All that could be recorded is:
   *     handed over again it is answered as a repeat. While the database is away the rest is not
   *     tried
   */
  public List<MessageEvent> screen(final List<Incoming> messages) {
    final long begin = System.nanoTime();
    final Answer[] answers = new Answer[messages.size()];
    for (final List<Integer> round : Rounds.of(messages)) {
      final Iterator<Answer> answered =
          answers(round.stream().map(messages::get).map(this::admitted).toList(), begin).iterator();
      round.forEach(place -> answers[place] = answered.next());
    }
    return List.of(answers).stream().map(Answer::event).toList();
  }

  /**
   * Judges a message as {@link #screen} would, from what is remembered alone: the database is not
   * asked, nothing is recorded and nothing follows. What only the database knows counts against
   * nobody and for nobody: strikes, contacts allowed for the pair, old texts that are quoted.
   *
   * @param earlier what was said before in the conversation, oldest first
   * @return with an id that is of no use
   * @throws RuntimeException when the organization's settings were never read and cannot be
   */
  public MessageEvent preview(final Incoming incoming, final List<Utterance> earlier) {
    final Incoming admitted = organizations.admitUnaided(suspensions.admitUnaided(incoming));
    return recorder.preview(judge.unaided(admitted, earlier));
  }

  /**
   * Reads anew what is old of what {@link #preview} goes by; needs the database.
   *
   * @throws RuntimeException when it cannot be read and never was
   */
  public void refresh(final OrganizationId organization) {
    judge.refresh(organization);
    suspensions.refresh(organization);
    organizations.refresh(organization);
  }

  /** What holds an organization holds its pairs as well. */
  private Incoming admitted(final Incoming incoming) {
    return organizations.admit(suspensions.admit(incoming));
  }

  /** Of messages of different conversations and names. */
  private List<Answer> answers(final List<Incoming> messages, final long begin) {
    if (messages.size() > 1) {
      try {
        return together(messages, begin);
      } catch (final RuntimeException failed) {
        if (DatabaseAway.causes(failed)) {
          throw failed;
        }
        LOG.warn("{} messages are tried one by one: {}", messages.size(), failed.getClass());
      }
    }
    return messages.stream()
        .map(incoming -> attempt(() -> record(judge.judge(List.of(incoming)), begin).getFirst()))
        .toList();
  }

  /**
   * Records in one transaction what holds up nobody, and then the others each by itself.
   *
   * @throws RuntimeException before anything is recorded
   */
  private List<Answer> together(final List<Incoming> messages, final long begin) {
    final List<Judged> judged = judge.judge(messages);
    final Iterator<Answer> plain =
        record(judged.stream().filter(Judged::plain).toList(), begin).iterator();
    return judged.stream()
        .map(
            one ->
                one.plain() ? plain.next() : attempt(() -> record(List.of(one), begin).getFirst()))
        .toList();
  }

  private static Answer attempt(final Supplier<Answer> recording) {
    try {
      return recording.get();
    } catch (final RuntimeException failed) {
      if (DatabaseAway.causes(failed)) {
        throw failed;
      }
      return new Answer.Failure(failed);
    }
  }

  private List<Answer> record(final List<Judged> judged, final long begin) {
    if (judged.isEmpty()) {
      return List.of();
    }
    final List<Answer> answers = recorder.record(judged);
    final Duration took = Duration.ofNanos(System.nanoTime() - begin);
    for (final Answer answer : answers) {
      if (answer instanceof final Answer.First first) {
        tell(first.event(), took);
      }
    }
    return answers;
  }

  private void tell(final MessageEvent event, final Duration took) {
    for (final Witness witness : witnesses) {
      try {
        witness.screened(event, took);
      } catch (final RuntimeException failed) {
        LOG.warn("a witness failed on event {}: {}", event.id(), failed.getClass());
      }
    }
  }
}
