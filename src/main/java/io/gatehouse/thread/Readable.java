package io.gatehouse.thread;

import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.gatehouse.web.Html;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/** What a person wrote, as HTML that can do nothing. */
final class Readable {

  private static final String BLOCKS = "p, div, li, tr, blockquote, h1, h2, h3, h4, h5, h6, pre";

  /** Pictures are left out: fetching one tells its host who reads, and when. */
  private static final Safelist HARMLESS =
      Safelist.relaxed().removeTags("img").preserveRelativeLinks(true);

  /** Only lets links to the site's own files through, which name no host. */
  private static final String ANY_SITE = "https://site.invalid/";

  private Readable() {}

  /** Its visible text with the findings masked, without any of its markup. */
  static String masked(final MessageEvent event) {
    final String masked = Redaction.mask(event.content().text(), event.verdict().findings());
    return lines(event.content().format() == Format.HTML ? visible(masked) : masked);
  }

  /** All of it, without scripts, styles, pictures and mentions. */
  static String harmless(final Content content) {
    return content.format() == Format.HTML
        ? Jsoup.clean(content.text(), ANY_SITE, HARMLESS, new OutputSettings().prettyPrint(false))
        : lines(content.text());
  }

  private static String visible(final String html) {
    final Document document = Jsoup.parse(html);
    document.select("script, style, template").remove();
    document.select("br").before("\n");
    document.select(BLOCKS).append("\n");
    return document.body().wholeText();
  }

  private static String lines(final String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Html::paragraph)
        .collect(Collectors.joining());
  }
}
