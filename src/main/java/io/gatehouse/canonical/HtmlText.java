package io.gatehouse.canonical;

import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as text: inline tags join what they part, blocks and breaks separate, entities are decoded,
 * hidden text counts. Link targets and titles follow the text they belong to (B15).
 */
final class HtmlText implements NodeVisitor {

  /** Longest source that is parsed; visible text is capped separately. */
  private static final int MAX_SOURCE = 10 * Canonical.MAX_LENGTH;

  private static final int MAX_ENTITY = 12;

  private static final Set<String> UNREAD = Set.of("script", "style", "head", "template");
  private static final Set<String> BREAKS = Set.of("br", "hr", "img", "input", "option");
  private static final Set<String> CELLS = Set.of("td", "th");

  private final String html;
  private final Canonical out;
  private int unread;
  private boolean tag;
  private int quotes;
  private int signatures;
  private int pending;

  private HtmlText(final String html) {
    this.html = html;
    out = new Canonical(html.length());
  }

  static Canonical read(final String source) {
    final int reach = InlineData.reach(source, MAX_SOURCE);
    final boolean cut = source.length() > reach;
    final String html = cut ? source.substring(0, reach) : source;
    final HtmlText text = new HtmlText(html);
    final Parser parser = Parser.htmlParser().setTrackPosition(true);
    final Document document = parser.parseInput(html, "");
    document.traverse(text);
    if (cut) {
      text.out.cut();
    }
    return text.out;
  }

  @Override
  public void head(final Node node, final int depth) {
    if (node instanceof Element element) {
      open(element);
    } else if (unread == 0 && (node instanceof TextNode || node instanceof Comment)) {
      text(node);
    }
  }

  @Override
  public void tail(final Node node, final int depth) {
    if (node instanceof Element element) {
      attributes(element);
      separate(element, element.normalName());
      inside(element, -1);
      tag = true;
    }
  }

  private void open(final Element element) {
    separate(element, element.normalName());
    inside(element, 1);
    tag = true;
  }

  /** Enters an element or leaves it. */
  private void inside(final Element element, final int step) {
    final int bits = Programs.bits(element);
    quotes += (bits & Mark.QUOTED.bit()) == 0 ? 0 : step;
    signatures += (bits & Mark.SIGNED.bit()) == 0 ? 0 : step;
    unread += UNREAD.contains(element.normalName()) || Programs.mentionSign(element) ? step : 0;
  }

  /** The marks of where the text stands. */
  private int standing() {
    return (quotes > 0 ? Mark.QUOTED.bit() : 0) | (signatures > 0 ? Mark.SIGNED.bit() : 0);
  }

  private void separate(final Element element, final String name) {
    if (CELLS.contains(name)) {
      boundary('\t', Mark.HTML_TABLE.bit());
    } else if (BREAKS.contains(name)
        || styled(element)
        || (element.isBlock() && !"table".equals(name))) {
      boundary('\n', 0);
    }
  }

  /** What is styled away is no part of the word beside it. */
  private static boolean styled(final Element element) {
    final String style = element.attr("style").replace(" ", "");
    return style.contains("font-size:0") || style.contains("display:none");
  }

  private void boundary(final char c, final int bits) {
    final char last = out.at(out.length() - 1);
    if (last != 0 && last != '\n' && last != c) {
      out.add(c, pending, pending, bits);
    }
  }

  private void text(final Node node) {
    final Range range = node.sourceRange();
    if (range.isTracked()) {
      final int bits = node instanceof Comment ? Mark.HTML_HIDDEN.bit() : 0;
      raw(range.startPos(), range.endPos(), bits | standing());
    }
  }

  private void attributes(final Element element) {
    if (unread > 0 || element.attributesSize() == 0) {
      return;
    }
    element
        .attributes()
        .forEach(
            attribute -> {
              final Range value = attribute.sourceRange().valueRange();
              if (value.isTracked() && Told.by(element, attribute)) {
                boundary('\n', 0);
                raw(value.startPos(), value.endPos(), Mark.HTML_HIDDEN.bit() | standing());
                boundary('\n', 0);
              }
            });
  }

  /** Folds a stretch of the source, entity by entity. */
  private void raw(final int start, final int end, final int bits) {
    final int from = Math.min(start, html.length());
    final int to = Math.min(end, html.length());
    pending = to;
    int plain = from;
    int joined = tag && from < to && touching() ? Mark.HTML_SPLIT_TAGS.bit() : 0;
    tag = false;
    for (int i = from; i < to; i++) {
      final char c = html.charAt(i);
      if (joined != 0 && i == from) {
        plain = first(i, c, bits | joined);
        joined = 0;
        i = plain - 1;
      } else if (c == '&' || c == '\n' || c == '\r') {
        Folder.range(out, html, plain, i, bits);
        plain = c == '&' ? entity(i, to, bits) : blank(i, bits);
        i = plain - 1;
      }
    }
    Folder.range(out, html, plain, to, bits);
  }

  /** Whether what was read last is part of a word that a tag could have cut. */
  private boolean touching() {
    final char last = out.at(out.length() - 1);
    return last != 0 && last != ' ' && last != '\n' && last != '\t';
  }

  /** The character after a tag carries the mark that a tag stood here; returns where to go on. */
  private int first(final int at, final char c, final int bits) {
    if (c == '&' || c == '\n' || c == '\r' || Character.isSurrogate(c)) {
      return at;
    }
    Folder.range(out, html, at, at + 1, bits);
    return at + 1;
  }

  private int blank(final int at, final int bits) {
    if (html.charAt(at) == '\n' || !Folder.lineFeed(html, at + 1)) {
      out.add(' ', at, at + 1, bits);
    }
    return at + 1;
  }

  private int entity(final int at, final int to, final int bits) {
    final int semicolon = html.indexOf(';', at, Math.min(to, at + MAX_ENTITY));
    final int end = semicolon < 0 ? at + 1 : semicolon + 1;
    final String decoded = Parser.unescapeEntities(html.substring(at, end), false);
    final int mark = semicolon > 0 && plainLetter(decoded) ? Mark.HTML_ENTITIES.bit() : 0;
    decoded.codePoints().forEach(cp -> Folding.fold(out, cp, at, end, bits | mark));
    return end;
  }

  /** Whether nobody needs an entity to write this: {@code &#50;}, but not {@code &amp;}. */
  private static boolean plainLetter(final String decoded) {
    final char c = decoded.isEmpty() ? ' ' : decoded.charAt(0);
    return c > ' ' && c < 0x7F && "&<>\"'".indexOf(c) < 0;
  }
}
