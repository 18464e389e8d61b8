package io.gatehouse.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state of the phrase automaton. Built once, then only read. */
final class Node {

  /** Sentence start and end, as edges. */
  static final String START = "^";

  static final String END = "$";

  private final Map<String, Node> words = new HashMap<>(4);
  private final Map<String, Node> classes = new HashMap<>(2);
  private final List<Line> lines = new ArrayList<>(1);
  private @Nullable Node gap;
  private int gapWidth;

  Node word(final String word) {
    return words.computeIfAbsent(word, unseen -> new Node());
  }

  Node slot(final String name) {
    return classes.computeIfAbsent(name, unseen -> new Node());
  }

  /** A state reached after skipping up to so many words; wider gaps swallow narrower ones. */
  Node skip(final int width) {
    gapWidth = Math.max(gapWidth, width);
    if (gap == null) {
      gap = new Node();
    }
    return gap;
  }

  void end(final Line line) {
    lines.add(line);
  }

  @Nullable Node afterWord(final String word) {
    return words.get(word);
  }

  @Nullable Node afterSlot(final String name) {
    return classes.isEmpty() ? null : classes.get(name);
  }

  @Nullable Node afterGap() {
    return gap;
  }

  int gapWidth() {
    return gapWidth;
  }

  boolean hasSlots() {
    return !classes.isEmpty();
  }

  List<Line> lines() {
    return lines;
  }
}
