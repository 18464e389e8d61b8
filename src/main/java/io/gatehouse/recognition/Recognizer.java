package io.gatehouse.recognition;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.intent.Judgement;
import io.gatehouse.intent.Proof;
import io.gatehouse.intent.Sentence;
import io.gatehouse.lexicon.Hit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for one kind of thing. Linear in the length of the text. */
@FunctionalInterface
public interface Recognizer {

  void find(Reading reading, Consumer<Candidate> found);

  /** Told what a scan read and what it left alone; changes nothing. */
  interface Observer {

    /** Looks away, at no cost. */
    Observer NONE = new Observer() {};

    /** What the text of the message reads as. */
    default void read(final Canonical text) {}

    /**
     * Something that did not convince.
     *
     * @param confidence below the threshold; 0 or less where the shape or the words beside it said
     *     that it is something else
     */
    default void doubted(
        final Reading reading,
        final int from,
        final int to,
        final String topic,
        final String rule,
        final double confidence) {}

    /**
     * The phrases of a sentence, judged for a topic.
     *
     * @param hits also those of other topics
     * @param sum of their weights; half a point makes a finding
     */
    default void judged(
        final Reading reading, final List<Hit> hits, final String topic, final double sum) {}

    /**
     * What a sentence reads like as a whole.
     *
     * @param sure whether that is enough for a finding
     * @param proofs what speaks for it and against it, the strongest first; costly
     */
    default void weighed(
        final Reading reading,
        final Sentence sentence,
        final Judgement judgement,
        final boolean sure,
        final Supplier<List<Proof>> proofs) {}

    /**
     * Something that counts.
     *
     * @param read what the candidate points into
     * @param message which message that is: an index into the earlier ones, or their number for the
     *     one under scrutiny
     */
    default void counted(final Candidate candidate, final Canonical read, final int message) {}

    /** A sure candidate that is no leak here. */
    default void excused(final Candidate candidate, final Excuse excuse) {}
  }

  /** Why a sure candidate is no leak here. */
  enum Excuse {
    /** The contact is on the deployment's or the conversation's lists. */
    LISTED,
    /** The phrase speaks of a listed contact. */
    SPEAKS_OF_LISTED,
    /** The message before asked for a reference, and the digits may be one. */
    ASKED_FOR,
    /** The words stand in an earlier message. */
    QUOTED,
    /** It stands in a footer of the organization's or of a mail program, word for word. */
    FOOTER,
    /** The sentence as a whole reads honest. */
    READS_HONEST
  }
}
