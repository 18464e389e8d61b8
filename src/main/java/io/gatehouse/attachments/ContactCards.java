package io.gatehouse.attachments;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.BinaryProperty;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.Gender;
import ezvcard.property.Impp;
import ezvcard.property.Related;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextListProperty;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact cards (RFC 6350 and the two versions before it), every property of them. */
final class ContactCards {

  private static final String BEGIN = "BEGIN:VCARD";
  private static final String END = "END:VCARD";

  private ContactCards() {}

  /** A card in which anything is broken, embedded or of an unknown kind is not read wholly. */
  static Reading read(final String text) {
    final var parts = new ArrayList<Reading>();
    try (VCardReader reader = new VCardReader(text)) {
      VCard card = reader.readNext();
      while (card != null) {
        parts.add(new Reading("", reader.getWarnings().isEmpty()));
        card.getProperties().stream().map(ContactCards::read).forEach(parts::add);
        card = reader.readNext();
      }
    } catch (final IOException | RuntimeException broken) {
      parts.add(Reading.BLIND);
    }
    final Reading read = Reading.all(parts);
    return !parts.isEmpty() && nothingElse(text)
        ? read
        : new Reading(read.text().isBlank() ? text : read.text(), false);
  }

  /** Cards and nothing before, between, behind or within them, where a parser looks away. */
  private static boolean nothingElse(final String text) {
    boolean within = false;
    for (final String line : text.lines().map(String::strip).toList()) {
      final boolean opens = line.equalsIgnoreCase(BEGIN);
      final boolean closes = line.equalsIgnoreCase(END);
      if (within ? opens : !opens && !line.isEmpty()) {
        return false;
      }
      within = opens || within && !closes;
    }
    return !within;
  }

  private static Reading read(final VCardProperty property) {
    return switch (property) {
      case TextProperty text -> line(property, text.getValue());
      case TextListProperty list -> line(property, String.join(" ", list.getValues()));
      case Telephone phone -> line(property, phone.getText(), string(phone.getUri()));
      case Impp messenger -> line(property, string(messenger.getUri()));
      case Related related -> line(property, related.getText(), related.getUri());
      case StructuredName name -> name(name);
      case Address address -> address(address);
      case Gender gender -> line(property, gender.getText());
      case DateOrTimeProperty date -> line(property, date.getText());
      case Revision when -> line(property);
      case BinaryProperty<?> embedded ->
          new Reading(line(property, embedded.getUrl()).text(), false);
      default -> Reading.BLIND;
    };
  }

  private static Reading name(final StructuredName name) {
    return line(
        name,
        Stream.of(
                name.getPrefixes(),
                Stream.of(name.getGiven()).filter(Objects::nonNull).toList(),
                name.getAdditionalNames(),
                Stream.of(name.getFamily()).filter(Objects::nonNull).toList(),
                name.getSuffixes())
            .flatMap(List::stream)
            .collect(Collectors.joining(" ")));
  }

  private static Reading address(final Address address) {
    final String parts =
        Stream.of(
                address.getPoBoxes(),
                address.getExtendedAddresses(),
                address.getStreetAddresses(),
                address.getLocalities(),
                address.getRegions(),
                address.getPostalCodes(),
                address.getCountries())
            .flatMap(List::stream)
            .collect(Collectors.joining(" "));
    return line(address, address.getLabel(), parts);
  }

  /** What a parameter says is shown by phones as well ("TYPE=call me"). */
  private static Reading line(final VCardProperty property, final @Nullable String... values) {
    final Stream<String> parameters =
        property.getParameters().getMap().values().stream().flatMap(List::stream);
    return new Reading(
        Stream.concat(parameters, Stream.of(values).filter(Objects::nonNull))
            .collect(Collectors.joining(" ")),
        true);
  }

  private static @Nullable String string(final @Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
