package io.gatehouse.week;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/** The list of messages, newest first and in pages, as Twilio answers it. */
final class MessageList {

  private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final String account;
  private final String path;
  private final ConcurrentLinkedDeque<Entry> entries = new ConcurrentLinkedDeque<>();

  private record Entry(Sent message, String direction) {}

  MessageList(final String account, final String path) {
    this.account = account;
    this.path = path;
  }

  void add(final Sent message, final String direction) {
    entries.addFirst(new Entry(message, direction));
  }

  String page(final URI request) {
    final Map<String, String> query =
        request.getRawQuery() == null ? Map.of() : Wire.form(request.getRawQuery());
    final int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
    final int page = Integer.parseInt(query.getOrDefault("Page", "0"));
    final List<Entry> all = entries.stream().filter(entry -> fits(entry, query)).toList();
    final int from = Math.min(all.size(), page * size);
    final int to = Math.min(all.size(), from + size);
    final String next = to < all.size() ? Wire.quoted(next(query, size, page + 1)) : "null";
    return all.subList(from, to).stream()
        .map(entry -> json(entry.message(), entry.direction(), account))
        .collect(
            Collectors.joining(
                ",",
                "{\"messages\":[",
                "],\"page\":%d,\"next_page_uri\":%s}".formatted(page, next)));
  }

  private String next(final Map<String, String> query, final int size, final int page) {
    final String kept =
        List.of("To", "From").stream()
            .filter(query::containsKey)
            .map(name -> name + "=" + Wire.encoded(query.getOrDefault(name, "")) + "&")
            .collect(Collectors.joining());
    return path + "?" + kept + "PageSize=" + size + "&Page=" + page;
  }

  private static boolean fits(final Entry entry, final Map<String, String> query) {
    return query.getOrDefault("To", entry.message().to).equals(entry.message().to)
        && query.getOrDefault("From", entry.message().from).equals(entry.message().from);
  }

  static String json(final Sent message, final String direction, final String account) {
    final String at = message.at.atOffset(ZoneOffset.UTC).format(RFC_2822).replace("GMT", "+0000");
    final String status = direction.equals("inbound") ? "received" : message.status();
    return """
    {"sid":%s,"account_sid":"%s","from":%s,"to":%s,"body":%s,"status":"%s","direction":"%s",
     "num_segments":"1","num_media":"0","error_code":%s,"error_message":null,"price":null,
     "price_unit":"USD","messaging_service_sid":null,"api_version":"2010-04-01",
     "date_created":"%s","date_sent":"%s","date_updated":"%s","uri":"%s"}
    """
        .formatted(
            Wire.quoted(message.sid),
            account,
            Wire.quoted(message.from),
            Wire.quoted(message.to),
            Wire.quoted(message.body),
            status,
            direction,
            message.error() == 0 ? "null" : message.error(),
            at,
            at,
            at,
            "/2010-04-01/Accounts/" + account + "/Messages/" + message.sid + ".json");
  }
}
