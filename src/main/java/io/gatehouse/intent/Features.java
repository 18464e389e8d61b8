package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.intent.Feature.Kind;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Line;
import java.util.Collections;
import java.util.IdentityHashMap;
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
  private final Symbols symbols;
  private final int start;
  private final int end;
  private final int speaksFor;
  private final int speaksAgainst;

  /** Takes the features one by one; the same may come twice. */
  @FunctionalInterface
  interface Sink {

    /**
     * @param one symbol of its first part
     * @param two symbol of its second part
     * @param value 1 for what is there or not; the weight of a phrase for a rule
     * @param from first word it was seen at
     * @param to one behind the last
     */
    void see(Kind kind, int one, int two, double value, int from, int to);
  }

  /**
   * @param symbols closed where what is not known is of no interest
   */
  Features(final List<DataFile> concepts, final Symbols symbols) {
    this.concepts = Concepts.of(concepts, symbols);
    this.symbols = symbols;
    start = symbols.of(START);
    end = symbols.of(END);
    speaksFor = symbols.of("for");
    speaksAgainst = symbols.of("against");
  }

  void of(final Sentence sentence, final Sink sink) {
    words(sentence, sink);
    ideas(tags(sentence), sink);
    rules(sentence, sink);
    final int channel = symbols.of(sentence.channel().name());
    sink.see(Kind.CHANNEL, channel, Symbols.NOTHING, 1, sentence.from(), sentence.from());
  }

  private void words(final Sentence sentence, final Sink sink) {
    int before = start;
    for (int i = sentence.from(); i <= sentence.to(); i++) {
      final int word = i == sentence.to() ? end : symbol(sentence, i);
      final int to = Math.min(i + 1, sentence.to());
      sink.see(Kind.WORD, word, Symbols.NOTHING, WORDY, Math.min(i, to - 1), to);
      sink.see(Kind.NEXT, before, word, WORDY, Math.max(sentence.from(), i - 1), to);
      before = word;
    }
  }

  private int symbol(final Sentence sentence, final int index) {
    final String name = sentence.names().at(index);
    return symbols.of(name.isEmpty() ? sentence.words().get(index).word() : name);
  }

  private Tags tags(final Sentence sentence) {
    final Tags tags = new Tags();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      final String name = sentence.names().at(i);
      if (!name.isEmpty()) {
        tags.add(i, i + 1, symbols.of(name));
      }
      concepts.tag(sentence.words(), i, sentence.to(), tags);
    }
    return tags;
  }

  private static void ideas(final Tags tags, final Sink sink) {
    for (int i = 0; i < tags.size(); i++) {
      final int reach = tags.to(i) + REACH;
      sink.see(Kind.CONCEPT, tags.concept(i), Symbols.NOTHING, 1, tags.from(i), tags.to(i));
      for (int j = i + 1; j < tags.size() && tags.from(j) <= reach; j++) {
        pair(tags, i, j, sink);
      }
    }
  }

  private static void pair(final Tags tags, final int one, final int two, final Sink sink) {
    final int apart = tags.from(two) - tags.to(one);
    final int from = tags.from(one);
    if (apart >= 0) {
      sink.see(Kind.FOLLOWS, tags.concept(one), tags.concept(two), 1, from, tags.to(two));
    }
    if (apart == 0 || apart == 1) {
      sink.see(Kind.TOUCHES, tags.concept(one), tags.concept(two), 1, from, tags.to(two));
    }
  }

  /** A phrase counts once; its weight is the value of its rule. */
  private void rules(final Sentence sentence, final Sink sink) {
    final Set<Line> counted = Collections.newSetFromMap(new IdentityHashMap<>(4));
    for (final Hit hit : sentence.hits()) {
      if (counted.add(hit.line())) {
        final double weight = hit.line().weight();
        final int rule = symbols.of(hit.line().rule().id());
        sink.see(Kind.RULE, rule, Symbols.NOTHING, weight, hit.from(), hit.to());
        final int side = weight > 0 ? speaksFor : speaksAgainst;
        for (final String topic : hit.line().rule().topics()) {
          sink.see(Kind.TOPIC, symbols.of(topic), side, weight, hit.from(), hit.to());
        }
      }
    }
  }
}
