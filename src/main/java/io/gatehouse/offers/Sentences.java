package io.gatehouse.offers;

import io.gatehouse.canonical.Token;
import io.gatehouse.intent.Sentence;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sentences of a reading, each with the phrases said in it. */
public final class Sentences {

  /** A longer sentence is looked at in parts that overlap by half. */
  private static final int LONGEST = 48;

  /** Word classes a word is seen as the kind of, the first that holds. */
  private static final List<String> KINDS = List.of("app", "pay", "social", "mail_provider");

  /** Shapes likewise. */
  private static final Set<String> SHAPES = Set.of("brand", "number", "at", "cash");

  private Sentences() {}

  /** In order; empty stretches are left out. */
  public static List<Sentence> of(final Reading reading) {
    return of(reading, reading.hits());
  }

  static List<Sentence> of(final Reading reading, final List<Hit> hits) {
    final List<Token> words = reading.words();
    final String[] kinds = kinds(reading);
    final List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).isBreak()) {
        final int to = i < words.size() && Token.QUESTION.equals(words.get(i).word()) ? i + 1 : i;
        parts(reading, hits, kinds, from, to, sentences);
        from = i + 1;
      }
    }
    return sentences;
  }

  private static void parts(
      final Reading reading,
      final List<Hit> hits,
      final String[] kinds,
      final int from,
      final int to,
      final List<Sentence> sentences) {
    for (int start = from; start < to; start += LONGEST / 2) {
      final int last = Math.min(to, start + LONGEST);
      final List<Hit> said = said(reading, hits, start, last);
      sentences.add(
          new Sentence(
              reading.words(), start, last, i -> kinds[i], said, reading.context().channel()));
      if (last == to) {
        return;
      }
    }
  }

  /** The hits that begin in a range of words and count where this was said; they come in order. */
  private static List<Hit> said(
      final Reading reading, final List<Hit> hits, final int from, final int to) {
    int i = first(hits, from);
    if (i == hits.size() || hits.get(i).from() >= to) {
      return List.of();
    }
    final List<Hit> said = new ArrayList<>();
    for (; i < hits.size() && hits.get(i).from() < to; i++) {
      if (hits.get(i).line().channels().contains(reading.context().channel())) {
        said.add(hits.get(i));
      }
    }
    return said;
  }

  private static int first(final List<Hit> hits, final int from) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      final int middle = (low + high) >>> 1;
      if (hits.get(middle).from() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String[] kinds(final Reading reading) {
    final Shapes shapes = new Shapes(reading);
    final String[] kinds = new String[reading.words().size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(reading, shapes, i);
    }
    return kinds;
  }

  private static String kind(final Reading reading, final Shapes shapes, final int index) {
    if (reading.words().get(index).isBreak()) {
      return "";
    }
    for (final String shape : shapes.at(index)) {
      if (SHAPES.contains(shape)) {
        return "{" + shape + "}";
      }
    }
    final Lexicon lexicon = reading.context().lexicon();
    final String word = reading.words().get(index).word();
    for (final String kind : KINDS) {
      if (lexicon.words(kind).contains(word)) {
        return "{" + kind + "}";
      }
    }
    return "";
  }
}
