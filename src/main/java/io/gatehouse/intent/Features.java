package io.gatehouse.intent;

import io.gatehouse.intent.Feature.Kind;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the model sees of a sentence. A name ("WhatsApp", "Venmo", the organization's own) is seen
 * only as its kind, so that what is learned of one holds for all.
 */
final class Features {

  /** How many words two ideas may be apart to be seen together. */
  private static final int REACH = 8;

  /** Words weigh less than ideas: what is learned of a word alone seldom holds elsewhere. */
  private static final double WORDY = 0.5;

  private static final String START = "^";
  private static final String END = "$";

  private final Concepts concepts;

  /** Takes the features one by one; the same may come twice. */
  @FunctionalInterface
  interface Sink {

    /**
     * @param value 1 for what is there or not; the weight of a phrase for a rule
     * @param from first word it was seen at
     * @param to one behind the last
     */
    void see(Feature feature, double value, int from, int to);
  }

  Features(final Concepts concepts) {
    this.concepts = concepts;
  }

  void of(final Sentence sentence, final Sink sink) {
    words(sentence, sink);
    ideas(tags(sentence), sink);
    rules(sentence, sink);
    final Feature channel = new Feature(Kind.CHANNEL, sentence.channel().name(), "");
    sink.see(channel, 1, sentence.from(), sentence.from());
  }

  private static void words(final Sentence sentence, final Sink sink) {
    String before = START;
    for (int i = sentence.from(); i <= sentence.to(); i++) {
      final String word = i == sentence.to() ? END : symbol(sentence, i);
      final int end = Math.min(i + 1, sentence.to());
      sink.see(new Feature(Kind.WORD, word, ""), WORDY, Math.min(i, end - 1), end);
      sink.see(new Feature(Kind.NEXT, before, word), WORDY, Math.max(sentence.from(), i - 1), end);
      before = word;
    }
  }

  private static String symbol(final Sentence sentence, final int index) {
    final String name = sentence.names().at(index);
    return name.isEmpty() ? sentence.words().get(index).word() : name;
  }

  private List<Concepts.Tag> tags(final Sentence sentence) {
    final List<Concepts.Tag> tags = new ArrayList<>();
    final var spoken = concepts.tags(sentence.words(), sentence.from(), sentence.to());
    int next = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      final String name = sentence.names().at(i);
      if (!name.isEmpty()) {
        tags.add(new Concepts.Tag(i, i + 1, name));
      }
      while (next < spoken.size() && spoken.get(next).from() == i) {
        tags.add(spoken.get(next++));
      }
    }
    return tags;
  }

  private static void ideas(final List<Concepts.Tag> tags, final Sink sink) {
    for (int i = 0; i < tags.size(); i++) {
      final Concepts.Tag one = tags.get(i);
      sink.see(new Feature(Kind.CONCEPT, one.concept(), ""), 1, one.from(), one.to());
      for (int j = i + 1; j < tags.size() && tags.get(j).from() - one.to() <= REACH; j++) {
        pair(one, tags.get(j), sink);
      }
    }
  }

  private static void pair(final Concepts.Tag one, final Concepts.Tag two, final Sink sink) {
    final int apart = two.from() - one.to();
    if (apart >= 0) {
      final Feature follows = new Feature(Kind.FOLLOWS, one.concept(), two.concept());
      sink.see(follows, 1, one.from(), two.to());
    }
    if (apart == 0 || apart == 1) {
      final Feature touches = new Feature(Kind.TOUCHES, one.concept(), two.concept());
      sink.see(touches, 1, one.from(), two.to());
    }
  }

  /** A phrase counts once; its weight is the value of its rule. */
  private static void rules(final Sentence sentence, final Sink sink) {
    final Set<Line> counted = new HashSet<>();
    for (final Hit hit : sentence.hits()) {
      if (counted.add(hit.line())) {
        final double weight = hit.line().weight();
        final Feature rule = new Feature(Kind.RULE, hit.line().rule().id(), "");
        sink.see(rule, weight, hit.from(), hit.to());
        for (final String topic : hit.line().rule().topics()) {
          final Feature said = new Feature(Kind.TOPIC, topic, weight > 0 ? "for" : "against");
          sink.see(said, weight, hit.from(), hit.to());
        }
      }
    }
  }
}
