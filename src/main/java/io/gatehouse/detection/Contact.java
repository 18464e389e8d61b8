package io.gatehouse.detection;

import io.gatehouse.base.E164;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Recognizer.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The contact a finding gives away, undisguised, in the form in which lists are compared.
 *
 * @param message which text the span points into, as for a finding
 * @param value a number in E.164, an address in lower case, a host in IDNA
 */
public record Contact(int message, Span span, FindingClass type, String value) {

  /** All contacts of a message that are on none of the request's lists. */
  public static List<Contact> in(final Detector detector, final ScanRequest request) {
    final var seen = new Seen(request.region());
    detector.scan(request, seen);
    return seen.contacts;
  }

  /** Whether it is what a finding points at. */
  public boolean of(final Finding finding, final int inMessage) {
    return message == inMessage && type == finding.type() && span.overlaps(finding.span());
  }

  private static final class Seen implements Observer {

    private final List<Contact> contacts = new ArrayList<>();
    private final String region;

    Seen(final String region) {
      this.region = region;
    }

    @Override
    public void counted(final Candidate candidate, final Canonical read, final int message) {
      final FindingClass type = FindingClass.valueOf(candidate.topic().toUpperCase(Locale.ROOT));
      final int start = read.start(candidate.from());
      final int end = read.end(candidate.to() - 1);
      if (end > start && !candidate.value().isEmpty()) {
        compared(type, candidate.value())
            .map(value -> new Contact(message, new Span(start, end), type, value))
            .ifPresent(contacts::add);
      }
    }

    private Optional<String> compared(final FindingClass type, final String value) {
      return switch (type) {
        case PHONE_NUMBER -> E164.parse(value, region).map(E164::value);
        case EMAIL_ADDRESS -> Optional.of(Allowed.address(value));
        case URL -> Optional.of(Allowed.host(value)).filter(host -> host.indexOf('.') > 0);
        case SOCIAL_MEDIA, MESSAGING_PLATFORM, BYPASS_LANGUAGE, PAYMENT_BYPASS -> Optional.empty();
      };
    }
  }
}
