package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Opinion;
import io.gatehouse.conduct.Conduct;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Utterance;
import io.gatehouse.json.Json;
import io.gatehouse.message.Content;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a text by the caller's organization's settings, for whoever holds one of its keys. Nothing
 * is stored, and no strike is counted.
 */
@Controller("/api/check")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CheckController {

  /** What a later send could not store: NUL in PostgreSQL, half a surrogate pair in UTF-8. */
  private static final Pattern UNSENDABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final SettingsBook settings;
  private final Checker checker;
  private final Authors authors;
  private final Conduct conduct;

  CheckController(
      final SettingsBook settings,
      final Detector detector,
      final Authors authors,
      final Conduct conduct) {
    this.settings = settings;
    this.checker = new Checker(detector);
    this.authors = authors;
    this.conduct = conduct;
  }

  /**
   * @return a {@link CheckReport} in JSON
   * @throws Problem 400 with the name of the field that is wrong
   */
  @Post(consumes = MediaType.ALL)
  String check(final Caller caller, @Body final byte @Nullable [] body) {
    final JsonNode object = Json.object(body == null ? new byte[0] : body);
    final CheckRequest request =
        authors.place(caller.organization(), object, CheckReader.read(object));
    request.messages().forEach(CheckController::requireSendable);
    final Settings current = settings.current(caller.organization());
    final CheckAnswer answer = checker.check(request, HouseRules.of(current));
    return Json.write(
        CheckReport.of(
            answer, authors.told(current, object, answer).orElse(null), opinion(request, current)));
  }

  /** The gravest one on any of the messages. */
  private Optional<Opinion> opinion(final CheckRequest request, final Settings current) {
    return request.messages().stream()
        .map(
            said ->
                conduct.opinion(
                    new Content(said.text(), said.format()), said.sender(), current.moderation()))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Opinion::ruling).thenComparing(Opinion::confidence));
  }

  private static void requireSendable(final Utterance message) {
    if (message.text().isBlank()) {
      throw refused("empty_text", "text must not be empty.");
    }
    if (UNSENDABLE.matcher(message.text()).find()) {
      throw refused("unsendable_text", "text must not contain NUL or half a surrogate pair.");
    }
  }

  private static Problem refused(final String code, final String detail) {
    return Problem.badRequest(code, detail).with("field", "text");
  }
}
