package io.gatehouse.training;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.intent.Example;
import io.gatehouse.intent.IntentModel;
import io.gatehouse.intent.Sentence;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.offers.Sentences;
import io.gatehouse.recognition.Reading;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts labelled messages into sentences of which the purpose is known. */
final class Examples {

  /** The organizations that the labelled messages speak of. */
  private static final Set<String> BRANDS = Set.of("ledgerwick", "pawpost", "tasklark");

  private static final String REGION = "CA";

  private final Lexicon lexicon;

  Examples(final Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A sentence that only gives a contact teaches nothing about offers, and is left out. */
  Stream<Example> of(final Labelled row) {
    final Canonical text =
        row.channel() == Channel.ERPNEXT ? Folder.html(row.text()) : Folder.plain(row.text());
    final var context = new Reading.Context(lexicon, row.channel(), REGION, BRANDS);
    return Sentences.of(Reading.of(text, context)).stream()
        .filter(sentence -> marked(row, text, sentence).stream().allMatch(Examples::known))
        .map(sentence -> new Example(sentence, topic(marked(row, text, sentence))));
  }

  private static boolean known(final Labelled.Mark mark) {
    return IntentModel.TOPICS.contains(mark.topic());
  }

  private static @Nullable String topic(final List<Labelled.Mark> marks) {
    return marks.isEmpty() ? null : marks.getFirst().topic();
  }

  private static List<Labelled.Mark> marked(
      final Labelled row, final Canonical text, final Sentence sentence) {
    final int start = text.start(sentence.words().get(sentence.from()).from());
    final int end = text.end(sentence.words().get(sentence.to() - 1).to() - 1);
    return row.marks().stream().filter(mark -> mark.start() < end && mark.end() > start).toList();
  }
}
