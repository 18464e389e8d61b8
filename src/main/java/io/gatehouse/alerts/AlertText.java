package io.gatehouse.alerts;

import io.gatehouse.base.Reference;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.message.Redaction;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Decision;
import io.gatehouse.site.SiteDocument;
import io.gatehouse.web.Html;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The words of one alert, by S1.31 line for line.
 *
 * @param link where the message is looked up, unless people outside cannot reach it
 */
record AlertText(
    Texts texts,
    Settings settings,
    MessageEvent event,
    @Nullable Conversation conversation,
    Reference reference,
    @Nullable String link) {

  /** S1.31: the first five. */
  private static final int EVIDENCE = 5;

  private static final String NONE = "-";

  String title() {
    return text("alert.subject", Map.of("issue", thread()));
  }

  /** A further message of the same matter. */
  String note() {
    return Html.paragraph(text("alert.also")) + description();
  }

  String description() {
    final var findings = event.verdict().findings();
    return Stream.of(
            line("issue", thread()),
            line("sender", sender() + ", " + text("role." + event.origin().sender().role().wire())),
            line("client", side(People::client)),
            line("provider", side(People::provider)),
            line(
                "patterns",
                findings.stream()
                    .map(finding -> label(finding.type()))
                    .distinct()
                    .collect(Collectors.joining(", "))),
            line(
                "evidence",
                findings.stream()
                    .limit(EVIDENCE)
                    .map(this::evidence)
                    .collect(Collectors.joining("; "))),
            line("count", String.valueOf(event.verdict().flagCount())),
            line("action", text("alert.action." + action(event.verdict().decision()))),
            link == null ? "" : Html.link(text("alert.link"), link),
            line("reference", reference.value()),
            Html.paragraph(text("alert.request")))
        .collect(Collectors.joining());
  }

  private String thread() {
    return Optional.ofNullable(conversation)
        .map(Conversation::externalRef)
        .or(() -> Optional.ofNullable(SiteDocument.of(event).issue()))
        .filter(ref -> !ref.isBlank())
        .orElse(NONE);
  }

  private String sender() {
    final Sender sender = event.origin().sender();
    return Stream.ofNullable(conversation)
        .flatMap(known -> known.people().all())
        .filter(person -> person.id().equals(sender.participant()))
        .findFirst()
        .map(AlertText::shown)
        .orElseGet(() -> Redaction.address(sender.address()));
  }

  private String side(final Function<People, @Nullable Participant> side) {
    return Optional.ofNullable(conversation)
        .map(Conversation::people)
        .map(side)
        .map(AlertText::shown)
        .orElse(NONE);
  }

  /** Whoever must act finds the person by the name; the address only tells namesakes apart. */
  private static String shown(final Participant person) {
    final String address =
        Optional.ofNullable(person.email())
            .or(() -> Optional.ofNullable(person.phone()))
            .or(() -> Optional.ofNullable(person.userId()))
            .map(Redaction::address)
            .orElse(NONE);
    return person.name() == null ? address : person.name() + " (" + address + ")";
  }

  private String evidence(final Finding finding) {
    final String found = finding.span().in(event.content().text());
    return Redaction.mask(
        finding.type(),
        switch (event.content().format()) {
          case PLAIN -> found;
          case HTML -> Jsoup.parse(found).text();
        });
  }

  private static String action(final Decision decision) {
    return switch (decision) {
      case Decision.Allow allow -> allow.step().wire();
      case Decision.Warn warn -> warn.step().wire();
      case Decision.Redact redact -> redact.wire();
      case Decision.Block block -> block.wire();
    };
  }

  private String label(final FindingClass type) {
    return text("class." + type.wire());
  }

  private String line(final String label, final String value) {
    return Html.line(text("alert." + label), value);
  }

  private String text(final String key) {
    return text(key, Map.of());
  }

  private String text(final String key, final Map<String, String> facts) {
    return texts.render(settings, key, "", facts);
  }
}
