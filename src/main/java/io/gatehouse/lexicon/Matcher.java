package io.gatehouse.lexicon;

import io.gatehouse.canonical.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the tokens. From each token the automaton is walked at most as far as the longest
 * phrase, so the cost is linear; a budget makes sure of it whatever the files hold.
 */
final class Matcher {

  private static final int STEPS_PER_TOKEN = 800;
  private static final int MAX_HITS = 2_000;

  private final Node phrases;
  private final Node classes;
  private final List<Token> tokens;
  private final Slots slots;
  private final List<Hit> hits = new ArrayList<>();
  private final Map<Line, Integer> seen = new IdentityHashMap<>();
  private final List<@Nullable List<Slot>> cached;
  private int start;
  private int steps;

  /** A class that a stretch of tokens belongs to. */
  private record Slot(String name, int end) {}

  Matcher(final Node phrases, final Node classes, final List<Token> tokens, final Slots slots) {
    this.phrases = phrases;
    this.classes = classes;
    this.tokens = tokens;
    this.slots = slots;
    cached = new ArrayList<>(Collections.nCopies(tokens.size() + 1, null));
  }

  List<Hit> run() {
    for (start = 0; start < tokens.size() && hits.size() < MAX_HITS; start++) {
      steps = STEPS_PER_TOKEN;
      final Node first = first(start) ? phrases.afterWord(Node.START) : null;
      if (first != null) {
        walk(first, start);
      }
      walk(phrases, start);
    }
    return hits;
  }

  private boolean first(final int at) {
    return at == 0 || tokens.get(at - 1).isBreak();
  }

  private void walk(final Node node, final int at) {
    if (--steps < 0) {
      return;
    }
    accept(node.lines(), at);
    if (at == tokens.size() || tokens.get(at).isBreak()) {
      ending(node, at);
      return;
    }
    final Node next = node.afterWord(tokens.get(at).word());
    if (next != null) {
      walk(next, at + 1);
    }
    if (node.hasSlots()) {
      slots(node, at);
    }
    final Node beyond = node.afterGap();
    if (beyond != null) {
      skip(beyond, at, node.gapWidth());
    }
  }

  private void ending(final Node node, final int at) {
    final Node end = node.afterWord(Node.END);
    if (end != null) {
      accept(end.lines(), at);
    }
    final Node asked = node.afterSlot("question");
    if (asked != null && at < tokens.size() && "?".equals(tokens.get(at).word())) {
      accept(asked.lines(), at);
    }
    final Node beyond = node.afterGap();
    if (beyond != null) {
      ending(beyond, at);
    }
  }

  private void slots(final Node node, final int at) {
    List<Slot> here = cached.get(at);
    if (here == null) {
      here = slotsAt(at);
      cached.set(at, here);
    }
    for (final Slot slot : here) {
      final Node next = node.afterSlot(slot.name);
      if (next != null) {
        walk(next, slot.end);
      }
    }
  }

  private void skip(final Node beyond, final int at, final int width) {
    for (int i = at; i <= at + width && i <= tokens.size(); i++) {
      walk(beyond, i);
      if (i == tokens.size() || tokens.get(i).isBreak()) {
        return;
      }
    }
  }

  private List<Slot> slotsAt(final int at) {
    final List<Slot> found = new ArrayList<>(2);
    Node node = classes;
    for (int i = at; i < tokens.size(); i++) {
      node = node.afterWord(tokens.get(i).word());
      if (node == null) {
        break;
      }
      for (final Line line : node.lines()) {
        found.add(new Slot(line.rule().id(), i + 1));
      }
    }
    for (final String name : slots.at(at)) {
      found.add(new Slot(name, at + 1));
    }
    return found;
  }

  /** A phrase counts once from one place, at its shortest. */
  private void accept(final List<Line> lines, final int end) {
    for (final Line line : lines) {
      if (end > start && seen.getOrDefault(line, -1) != start) {
        seen.put(line, start);
        hits.add(new Hit(line, start, end));
      }
    }
  }
}
