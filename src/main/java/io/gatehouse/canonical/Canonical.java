package io.gatehouse.canonical;

import java.util.Arrays;

/**
 * Folded text. Every character knows the half-open range of the original it stands for, and what
 * was odd about it ({@link Mark} bits).
 */
public final class Canonical {

  /** Longest text that is read, in folded characters; the rest is left out and said so. */
  public static final int MAX_LENGTH = 20_000;

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int[] marks;
  private int length;
  private boolean truncated;

  Canonical(final int expected) {
    final int size = Math.min(MAX_LENGTH, expected) + 16;
    chars = new char[size];
    starts = new int[size];
    ends = new int[size];
    marks = new int[size];
  }

  /** Adds a character; false once the text is full. */
  boolean add(final char c, final int start, final int end, final int bits) {
    if (length == MAX_LENGTH) {
      truncated = true;
      return false;
    }
    if (length == chars.length) {
      grow();
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    marks[length++] = bits;
    return true;
  }

  /** Adds a mark to the last character, if there is one. */
  void markLast(final Mark mark) {
    if (length > 0) {
      marks[length - 1] |= mark.bit();
    }
  }

  void cut() {
    truncated = true;
  }

  public int length() {
    return length;
  }

  public boolean truncated() {
    return truncated;
  }

  /** The character at an index, or NUL outside the text. */
  public char at(final int index) {
    return index >= 0 && index < length ? chars[index] : 0;
  }

  public int start(final int index) {
    return starts[index];
  }

  public int end(final int index) {
    return ends[index];
  }

  public int marks(final int index) {
    return marks[index];
  }

  public boolean is(final int index, final Mark mark) {
    return (marks[index] & mark.bit()) != 0;
  }

  /** All marks of a range. */
  public int marks(final int from, final int to) {
    int bits = 0;
    for (int i = from; i < to; i++) {
      bits |= marks[i];
    }
    return bits;
  }

  public String text(final int from, final int to) {
    return new String(chars, from, to - from);
  }

  /** Two or more texts one after the other; spans keep pointing into their own originals. */
  public static Canonical join(final Iterable<Canonical> parts, final String between) {
    final Canonical all = new Canonical(1024);
    for (final Canonical part : parts) {
      for (int i = 0; i < part.length; i++) {
        all.add(part.chars[i], part.starts[i], part.ends[i], part.marks[i]);
      }
      between.chars().forEach(c -> all.add((char) c, 0, 0, 0));
    }
    return all;
  }

  /** A part of the text; its spans keep pointing into the original. */
  public Canonical part(final int from, final int to) {
    final Canonical part = new Canonical(to - from);
    for (int i = from; i < to; i++) {
      part.add(chars[i], starts[i], ends[i], marks[i]);
    }
    return part;
  }

  /** The same text read from its end. */
  public Canonical reversed() {
    final Canonical back = new Canonical(length);
    for (int i = length - 1; i >= 0; i--) {
      back.add(chars[i], starts[i], ends[i], marks[i] | Mark.REVERSED.bit());
    }
    return back;
  }

  private void grow() {
    final int size = Math.min(MAX_LENGTH, chars.length * 2);
    chars = Arrays.copyOf(chars, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    marks = Arrays.copyOf(marks, size);
  }
}
