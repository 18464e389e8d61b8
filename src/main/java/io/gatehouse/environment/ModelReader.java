package io.gatehouse.environment;

import static io.gatehouse.environment.Variable.LLM_API_KEY;
import static io.gatehouse.environment.Variable.LLM_MODEL;
import static io.gatehouse.environment.Variable.LLM_TIMEOUT_MS;
import static io.gatehouse.environment.Variable.LLM_URL;

import io.gatehouse.base.Environment.Model;
import io.gatehouse.base.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads which language model may be asked; one of one's own needs no key. */
final class ModelReader {

  private static final int PATIENCE = 20_000;

  /** An attempt of an effect should end well under half a minute. */
  private static final int MOST_PATIENCE = 25_000;

  private ModelReader() {}

  static Optional<Model> read(final Given given) {
    given.together(LLM_URL, LLM_MODEL);
    given.needs(LLM_API_KEY, LLM_URL);
    given.needs(LLM_TIMEOUT_MS, LLM_URL);
    final Optional<URI> url = given.parsed(LLM_URL, Forms::address);
    final Optional<String> name = given.parsed(LLM_MODEL, Forms::model);
    final Optional<Secret> key = given.parsed(LLM_API_KEY, Forms::token);
    final Duration patience =
        Duration.ofMillis(
            given
                .parsed(LLM_TIMEOUT_MS, text -> Forms.number(text, 100, MOST_PATIENCE))
                .orElse(PATIENCE));
    return url.flatMap(at -> name.map(model -> new Model(at, model, key, patience)));
  }
}
