package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.settings.ErpnextSettings.Hide;
import io.gatehouse.settings.ErpnextSettings.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how an ERPNext site is watched. */
public final class ErpnextReader {

  private static final int MOST = 200;

  /** Frappe's limit for names. */
  private static final int LONGEST_NAME = 140;

  private static final int LONGEST_FOOTER = 5_000;

  private static final Predicate<String> FIELD =
      Pattern.compile("[a-z_][a-z0-9_]{0,63}").asMatchPredicate();
  private static final Predicate<String> PERSON =
      Pattern.compile("[^@\\s]{0,64}@[^@\\s]{1,255}").asMatchPredicate();
  private static final ErpnextSettings STANDARD = ErpnextSettings.STANDARD;

  private ErpnextReader() {}

  public static ErpnextSettings read(final Part part) {
    part.only(Set.of("watch", "advisor_fields", "staff", "hide", "footers"));
    return new ErpnextSettings(
        watch(part.at("watch")),
        fields(part.at("advisor_fields")),
        part.at("staff").items(MOST).stream()
            .flatMap(
                item ->
                    item
                        .needed()
                        .text(PERSON, "an e-mail address, or @ and a domain")
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .stream())
            .collect(Collectors.toUnmodifiableSet()),
        part.at("hide").oneOf(Hide.values(), Hide::wire).orElse(STANDARD.hide()),
        texts(part.at("footers"), LONGEST_FOOTER));
  }

  private static Watch watch(final Part part) {
    part.only(Set.of("types", "projects"));
    return new Watch(
        part.at("types").missing()
            ? STANDARD.watch().types()
            : Set.copyOf(texts(part.at("types"), LONGEST_NAME)),
        Set.copyOf(texts(part.at("projects"), LONGEST_NAME)));
  }

  private static List<String> fields(final Part part) {
    return part.missing()
        ? STANDARD.advisorFields()
        : part.items(MOST).stream()
            .flatMap(item -> item.needed().text(FIELD, "a field's name").stream())
            .toList();
  }

  private static List<String> texts(final Part part, final int longest) {
    return part.items(MOST).stream()
        .map(
            item ->
                item.needed().text(text -> fits(text, longest), "1 to " + longest + " characters"))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static boolean fits(final String text, final int longest) {
    return !text.isBlank() && text.length() <= longest;
  }
}
