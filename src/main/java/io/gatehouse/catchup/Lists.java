package io.gatehouse.catchup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Listing;
import io.gatehouse.frappe.Reply;
import io.gatehouse.frappe.Trouble;
import io.gatehouse.frappe.Troubles;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a site's lists: first names and times alone, then the few documents that are wanted. */
@Singleton
final class Lists {

  private static final Logger LOG = LoggerFactory.getLogger(Lists.class);

  private static final String NAME = "name";
  private static final String TOO_MUCH = "too_much";

  private final FrappeClient client;
  private final CatchupSettings settings;

  Lists(final FrappeClient client, final CatchupSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * @throws Halt when the site does not answer
   */
  Optional<Entry> newest(final Site site, final Kind kind) {
    final var listing = new Listing(fields(kind), kind.filters(), order(kind, " desc"), 0, 1);
    return entries(kind, ask(site, kind, listing)).findFirst();
  }

  /**
   * A page; the list ends where it is empty, since a site may have a limit of its own.
   *
   * @throws Halt when the site does not answer
   */
  List<Entry> page(final Site site, final Kind kind, final Cursor cursor) {
    final List<Object> filter = List.of(kind.stamp(), ">=", cursor.from());
    final var listing =
        new Listing(
            fields(kind), kind.and(filter), order(kind, " asc"), cursor.passed(), settings.page());
    return entries(kind, ask(site, kind, listing)).toList();
  }

  /**
   * The documents of these names, with all their fields; those that are gone are missing. One that
   * is too long to be read at all, is left out, too.
   *
   * @throws Halt when the site does not answer
   */
  List<JsonNode> documents(final Site site, final Kind kind, final List<String> names) {
    final List<JsonNode> documents = new ArrayList<>();
    for (int i = 0; i < names.size(); i += settings.batch()) {
      final List<String> batch = names.subList(i, Math.min(names.size(), i + settings.batch()));
      documents.addAll(batch(site, kind, batch));
    }
    return documents;
  }

  /** Letters with pictures inside are long: what is too much together is asked for by halves. */
  private List<JsonNode> batch(final Site site, final Kind kind, final List<String> names) {
    try {
      final List<List<Object>> filters = List.of(List.of(NAME, "in", names));
      final var listing = new Listing(List.of("*"), filters, order(kind, " asc"), 0, names.size());
      return ask(site, kind, listing).documents();
    } catch (final Halt halt) {
      if (!halt.trouble().code().equals(TOO_MUCH)) {
        throw halt;
      }
      return names.size() == 1 ? leftOut(kind, names) : halves(site, kind, names);
    }
  }

  private static List<JsonNode> leftOut(final Kind kind, final List<String> names) {
    LOG.warn("{} {} is longer than can be read and was left out", kind.doctype(), names);
    return List.of();
  }

  private List<JsonNode> halves(final Site site, final Kind kind, final List<String> names) {
    final int middle = names.size() / 2;
    return Stream.of(names.subList(0, middle), names.subList(middle, names.size()))
        .flatMap(half -> batch(site, kind, half).stream())
        .toList();
  }

  private Reply.Answered ask(final Site site, final Kind kind, final Listing listing) {
    final Reply reply = client.list(site, kind.doctype(), listing);
    final Optional<Trouble> trouble = Troubles.of(reply, kind.role());
    if (trouble.isPresent()) {
      throw new Halt(trouble.get());
    }
    if (reply instanceof final Reply.Answered answer && answer.isList()) {
      return answer;
    }
    throw new Halt(Troubles.named("no_json"));
  }

  private static List<String> fields(final Kind kind) {
    return List.of(NAME, kind.stamp());
  }

  /** Frappe's own order differs between versions, and without the name it would not be whole. */
  private static String order(final Kind kind, final String way) {
    return kind.stamp() + way + ", " + NAME + way;
  }

  private static Stream<Entry> entries(final Kind kind, final Reply.Answered answer) {
    return answer.documents().stream()
        .map(document -> new Entry(text(document, NAME), text(document, kind.stamp())))
        .filter(entry -> !entry.name().isEmpty() && Stamps.isOne(entry.stamp()));
  }

  static String text(final JsonNode document, final String field) {
    final JsonNode value = document.get(field);
    return value != null && value.isString() ? value.getStringValue() : "";
  }
}
