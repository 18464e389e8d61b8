package io.gatehouse.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** Writes plain text as HTML: whatever it holds is shown, never carried out (B22). */
public final class Html {

  private Html() {}

  public static String escape(final String text) {
    return Entities.escape(text);
  }

  public static String paragraph(final String text) {
    return "<p>" + escape(text) + "</p>";
  }

  /** A text whose paragraphs are parted by empty lines. */
  public static String paragraphs(final String text) {
    return Stream.of(text.split("\n\n")).map(Html::paragraph).collect(Collectors.joining());
  }

  /** A line whose value is an address to follow. */
  public static String link(final String label, final String address) {
    final String safe = escape(address).replace("\"", "&quot;");
    return "<p><b>" + escape(label) + ":</b> <a href=\"" + safe + "\">" + safe + "</a></p>";
  }

  public static String line(final String label, final String value) {
    return "<p><b>" + escape(label) + ":</b> " + escape(value) + "</p>";
  }
}
