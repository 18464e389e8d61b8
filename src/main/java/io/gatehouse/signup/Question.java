package io.gatehouse.signup;

import io.gatehouse.base.Problem;
import io.gatehouse.json.Part;
import io.gatehouse.spam.SpamDetector;
import io.gatehouse.spam.SpamKind;
import io.micronaut.json.tree.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an application asks about.
 *
 * @param texts as they were given, blank ones too
 * @param subject whose texts they are: the user's id, or the e-mail address where there is none yet
 * @param organization as it was given; empty where there is none yet
 * @param language of the reasons, ISO 639, empty for the organization's own
 */
record Question(
    Map<SpamKind, String> texts,
    Optional<String> subject,
    Optional<String> organization,
    Optional<String> address,
    String language) {

  static final int LONGEST_NAME = 1_000;

  private static final int LONGEST_ID = 200;

  private static final Set<String> COMMON =
      Set.of("organization_name", "owner_name", "email", "ip", "user_id", "organization_id");
  private static final Predicate<String> EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,120}").asMatchPredicate();
  private static final Predicate<String> LANGUAGE =
      Pattern.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*").asMatchPredicate();

  /**
   * @throws Problem 400 with all that is wrong
   */
  static Question ofSignup(final JsonNode document) {
    final Part whole = whole(document, Set.of("language"));
    final var texts = new EnumMap<SpamKind, String>(SpamKind.class);
    name(whole.at("organization_name").needed(), SpamKind.ORGANIZATION_NAME, texts);
    name(whole.at("owner_name").needed(), SpamKind.OWNER_NAME, texts);
    return question(whole, texts);
  }

  /**
   * @throws Problem 400 with all that is wrong
   */
  static Question ofInvitation(final JsonNode document) {
    final Part whole = whole(document, Set.of("language", "text"));
    final var texts = new EnumMap<SpamKind, String>(SpamKind.class);
    name(whole.at("organization_name"), SpamKind.ORGANIZATION_NAME, texts);
    name(whole.at("owner_name"), SpamKind.OWNER_NAME, texts);
    text(whole.at("text"), SpamDetector.MOST_CHARACTERS)
        .ifPresent(text -> texts.put(SpamKind.INVITATION, text));
    if (texts.isEmpty() && whole.violations().isEmpty()) {
      whole.refuse("must have a text, an organization_name or an owner_name");
    }
    return question(whole, texts);
  }

  private static Part whole(final JsonNode document, final Set<String> more) {
    final Set<String> fields = new LinkedHashSet<>(COMMON);
    fields.addAll(more);
    return Part.whole(document).only(fields);
  }

  private static Question question(final Part whole, final Map<SpamKind, String> texts) {
    final Optional<String> email = whole.at("email").text(EMAIL, "an e-mail address");
    final Question question =
        new Question(
            texts,
            whole.at("user_id").line(LONGEST_ID).or(() -> email),
            whole.at("organization_id").line(LONGEST_ID),
            whole.at("ip").text(IpAddress::isOne, "an IP address, such as 203.0.113.7"),
            language(whole.at("language")));
    Part.demandNone(whole.violations());
    return question;
  }

  static String language(final Part part) {
    return part.text(LANGUAGE, "a language (ISO 639), such as fr").orElse("");
  }

  private static void name(
      final Part part, final SpamKind kind, final Map<SpamKind, String> texts) {
    text(part, LONGEST_NAME).ifPresent(name -> texts.put(kind, name));
  }

  /** Any text at all: what is odd about it is a sign, no fault of the caller's. */
  static Optional<String> text(final Part part, final int longest) {
    final JsonNode node = part.node();
    if (part.missing() || node == null) {
      return Optional.empty();
    }
    if (!node.isString() || node.getStringValue().length() > longest) {
      part.refuse("must be a text of at most " + longest + " characters");
      return Optional.empty();
    }
    return Optional.of(node.getStringValue());
  }
}
