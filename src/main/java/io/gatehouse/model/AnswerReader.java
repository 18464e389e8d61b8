package io.gatehouse.model;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Scores;
import io.gatehouse.model.ModelAnswer.Scored;
import io.gatehouse.model.ModelAnswer.Unsure;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a server answered. It is stricter than S4.12: a value out of range or a member that
 * nobody asked for says that the model did something else than it was told, so it is doubt rather
 * than brought into form. Nothing is searched for inside of prose (B54).
 */
final class AnswerReader {

  private static final String NONCE = "nonce";
  private static final String HELP = "seeks_help";
  private static final Set<String> MEMBERS = members();
  private static final int DEEPEST = 32;
  private static final int MOST_TOKENS = 10_000_000;

  private static final JsonMapper JSON = mapper();

  private AnswerReader() {}

  /**
   * @param question of which {@code body} is an answer
   */
  static Heard read(final byte[] body, final Question question) {
    final Optional<JsonNode> whole = whole(body);
    return whole.isEmpty()
        ? new Heard(new Unsure(Doubt.BROKEN), Tokens.guessed(question.body().length))
        : new Heard(answer(whole.get(), question.nonce()), tokens(whole.get(), question));
  }

  /** Whether a list of models holds one. */
  static boolean lists(final byte[] body, final String model) {
    return whole(body)
        .map(list -> list.path("data").findValuesAsText("id").contains(model))
        .orElse(false);
  }

  private static ModelAnswer answer(final JsonNode whole, final String nonce) {
    final JsonNode choices = whole.path("choices");
    if (!choices.isArray() || choices.size() != 1) {
      return new Unsure(Doubt.BROKEN);
    }
    final JsonNode choice = choices.path(0);
    final String finish = choice.path("finish_reason").asText();
    if (finish.equals("length")) {
      return new Unsure(Doubt.CUT_OFF);
    }
    if (finish.equals("content_filter") || choice.path("message").path("refusal").isTextual()) {
      return new Unsure(Doubt.DECLINED);
    }
    final JsonNode said = choice.path("message").path("content");
    return said.isTextual() ? said(said.textValue(), nonce) : new Unsure(Doubt.OTHER_FORM);
  }

  private static ModelAnswer said(final String text, final String nonce) {
    final JsonNode object = tree(text).orElse(MissingNode.getInstance());
    final Set<String> named = new TreeSet<>();
    object.fieldNames().forEachRemaining(named::add);
    if (!object.isObject() || !named.equals(MEMBERS) || !object.path(HELP).isBoolean()) {
      return new Unsure(Doubt.OTHER_FORM);
    }
    if (!object.path(NONCE).isTextual() || !object.path(NONCE).textValue().equals(nonce)) {
      return new Unsure(Doubt.NOT_OURS);
    }
    return scored(object);
  }

  private static ModelAnswer scored(final JsonNode object) {
    final Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (final Category category : Category.values()) {
      final JsonNode score = object.path(category.wire());
      if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
        return new Unsure(Doubt.OTHER_FORM);
      }
      scores.put(category, score.doubleValue());
    }
    return new Scored(Scores.of(scores), object.path(HELP).booleanValue());
  }

  private static Tokens tokens(final JsonNode whole, final Question question) {
    final JsonNode prompt = whole.path("usage").path("prompt_tokens");
    final JsonNode completion = whole.path("usage").path("completion_tokens");
    return isCount(prompt) && isCount(completion)
        ? new Tokens(prompt.longValue(), completion.longValue())
        : Tokens.guessed(question.body().length);
  }

  private static boolean isCount(final JsonNode number) {
    return number.isIntegralNumber()
        && number.canConvertToInt()
        && number.intValue() >= 0
        && number.intValue() <= MOST_TOKENS;
  }

  private static Optional<JsonNode> whole(final byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (final IOException broken) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> tree(final String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (final IOException broken) {
      return Optional.empty();
    }
  }

  private static Set<String> members() {
    final Set<String> members = new TreeSet<>(Set.of(NONCE, HELP));
    for (final Category category : Category.values()) {
      members.add(category.wire());
    }
    return members;
  }

  private static JsonMapper mapper() {
    final JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build());
    return mapper;
  }
}
