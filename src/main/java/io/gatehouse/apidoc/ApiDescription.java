package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.util.SupplierUtil;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API, made when it is first asked for. */
@Singleton
class ApiDescription {

  private static final String GENERATED = "/META-INF/swagger/gatehouse.yml";
  private static final String ADDITIONS = "/apidoc/additions.yml";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<JsonNode> document;
  private final Supplier<String> yaml;

  ApiDescription(final Routes routes) {
    this.document =
        SupplierUtil.memoized(
            () -> new Completion(routes.access()).of(read(GENERATED), read(ADDITIONS)));
    this.yaml =
        SupplierUtil.memoized(() -> new Yaml().dump(JSON.convertValue(document(), Map.class)));
  }

  JsonNode document() {
    return document.get();
  }

  /** OpenAPI 3.0. */
  String yaml() {
    return yaml.get();
  }

  /** Classes within controllers are named after both; only the feature is of interest. */
  private static JsonNode read(final String resource) {
    try (InputStream file =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream(resource), resource)) {
      final String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return JSON.valueToTree(yaml.load(text.replace("Controller.", "")));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
