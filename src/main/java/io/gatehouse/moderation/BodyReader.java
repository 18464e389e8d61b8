package io.gatehouse.moderation;

import io.gatehouse.base.Problem;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.categories.Category;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.json.Part;
import io.gatehouse.moderation.Reports.Complaint;
import io.gatehouse.rulings.Source;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what is asked; whatever is wrong in it is told at once, each with its place. */
final class BodyReader {

  /** What is longer would be read in part only, and the rest be allowed unseen (B53). */
  static final int LONGEST_TEXT = Canonical.MAX_LENGTH;

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_NAME = 200;

  /**
   * Another system's content that is to be classified.
   *
   * @param url where that system shows it to a reviewer
   * @param keepText whether a reviewer may read the text here
   * @param dryRun whether nothing is to be stored
   */
  record Content(
      Source source,
      String text,
      Format format,
      Optional<String> url,
      boolean keepText,
      boolean dryRun) {}

  private BodyReader() {}

  /**
   * @throws Problem 400 with every fault
   */
  static Content content(final JsonNode document) {
    final Part whole =
        Part.whole(document)
            .only(Set.of("source", "text", "format", "url", "keep_text", "dry_run"));
    final Optional<Source> source = source(whole);
    source
        .filter(Source::isMessage)
        .ifPresent(ours -> whole.at("source").at("kind").refuse("must not be message"));
    final Optional<String> text = text(whole.at("text").needed(), LONGEST_TEXT);
    final Format format =
        whole.at("format").oneOf(Format.values(), BodyReader::wire).orElse(Format.PLAIN);
    final Optional<String> url = url(whole);
    final boolean keep = whole.at("keep_text").flag().orElse(true);
    final boolean dryRun = whole.at("dry_run").flag().orElse(false);
    Part.demandNone(whole.violations());
    return new Content(source.orElseThrow(), text.orElseThrow(), format, url, keep, dryRun);
  }

  /**
   * @throws Problem 400 with every fault
   */
  static Complaint report(final JsonNode document) {
    final Part whole =
        Part.whole(document).only(Set.of("source", "category", "reporter", "note", "url"));
    final Optional<Source> source = source(whole);
    final Optional<Category> category =
        whole.at("category").needed().oneOf(Category.values(), Category::wire);
    final Optional<String> reporter = whole.at("reporter").needed().line(LONGEST_NAME);
    final Optional<String> note = text(whole.at("note"), LONGEST_NOTE);
    final Optional<String> url = url(whole);
    Part.demandNone(whole.violations());
    return new Complaint(
        source.orElseThrow(), category.orElseThrow(), reporter.orElseThrow(), note, url);
  }

  private static Optional<Source> source(final Part whole) {
    final Part source = whole.at("source").needed();
    if (source.missing()) {
      return Optional.empty();
    }
    source.only(Set.of("kind", "id"));
    final Optional<String> kind =
        source
            .at("kind")
            .needed()
            .text(Source::isKind, "one word of lower-case letters, digits and underscores");
    final Optional<String> id =
        source.at("id").needed().text(Source::isId, "one line of 1 to 200 characters");
    return kind.flatMap(word -> id.map(name -> new Source(word, name)));
  }

  /** Any characters: it is judged and sealed, never stored as it is. */
  private static Optional<String> text(final Part part, final int longest) {
    if (part.node() == null || part.missing()) {
      return Optional.empty();
    }
    if (!part.node().isString()) {
      part.refuse("must be a text");
      return Optional.empty();
    }
    final String text = part.node().getStringValue();
    if (text.length() > longest) {
      part.refuse("must be at most " + longest + " characters long");
    }
    return Optional.of(text);
  }

  private static Optional<String> url(final Part whole) {
    return whole.at("url").text(BodyReader::isUrl, "an https or http address");
  }

  private static boolean isUrl(final String text) {
    try {
      final URI uri = new URI(text);
      return text.length() <= LONGEST_URL
          && uri.getHost() != null
          && Set.of("https", "http").contains(uri.getScheme());
    } catch (final URISyntaxException none) {
      return false;
    }
  }

  private static String wire(final Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
