package io.gatehouse.message;

import io.gatehouse.detection.Span;

/** Between Java's UTF-16 indices and the code points that PostgreSQL and JSON callers count. */
public final class CodePoints {

  private CodePoints() {}

  public static int start(final Span span, final String text) {
    return text.codePointCount(0, span.start());
  }

  public static int end(final Span span, final String text) {
    return text.codePointCount(0, span.end());
  }

  public static Span toUtf16(final int start, final int end, final String text) {
    final int from = text.offsetByCodePoints(0, start);
    return new Span(from, text.offsetByCodePoints(from, end - start));
  }
}
