package io.gatehouse.detection;

/** A half-open range of UTF-16 indices into the text as it was given. */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public String in(final String text) {
    return text.substring(start, end);
  }

  public boolean overlaps(final Span other) {
    return start < other.end && other.start < end;
  }
}
