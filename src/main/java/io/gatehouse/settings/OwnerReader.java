package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.settings.OwnerSettings.Occasion;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how the owner is told outside of the inbox. */
public final class OwnerReader {

  private static final int MOST = 20;
  private static final Predicate<String> EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}").asMatchPredicate();
  private static final Predicate<String> E164 =
      Pattern.compile("\\+[1-9][0-9]{6,14}").asMatchPredicate();
  private static final Predicate<String> TIME =
      Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]").asMatchPredicate();
  private static final String A_PHONE = "a phone number such as +16045550143";

  private OwnerReader() {}

  public static OwnerSettings read(final Part part) {
    part.only(
        Set.of("emails", "phones", "phones_from", "webhook", "tell", "digest_at", "time_zone"));
    final List<String> phones = list(part.at("phones"), E164, A_PHONE);
    if (!phones.isEmpty()) {
      part.at("phones_from").needed();
    }
    return new OwnerSettings(
        list(part.at("emails"), EMAIL, "an e-mail address"),
        phones,
        part.at("phones_from").text(E164, A_PHONE),
        part.at("webhook")
            .text(OwnerReader::isAddress, "an https or http address")
            .map(URI::create),
        occasions(part.at("tell")),
        part.at("digest_at").text(TIME, "a time of day such as 08:00").map(LocalTime::parse),
        part.at("time_zone")
            .text(OwnerReader::isZone, "a time zone such as America/Vancouver")
            .map(ZoneId::of)
            .orElse(OwnerSettings.STANDARD.zone()));
  }

  private static List<String> list(
      final Part part, final Predicate<String> form, final String expected) {
    return part.items(MOST).stream()
        .flatMap(item -> item.needed().text(form, expected).stream())
        .toList();
  }

  private static Set<Occasion> occasions(final Part part) {
    return part.missing()
        ? OwnerSettings.STANDARD.tell()
        : part.items(MOST).stream()
            .flatMap(item -> item.needed().oneOf(Occasion.values(), Occasion::wire).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isAddress(final String text) {
    try {
      final var address = new URI(text);
      return Set.of("http", "https").contains(Optional.ofNullable(address.getScheme()).orElse(""))
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (final URISyntaxException unreadable) {
      return false;
    }
  }

  private static boolean isZone(final String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (final DateTimeException unknown) {
      return false;
    }
  }
}
