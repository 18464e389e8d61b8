package io.gatehouse.apidoc;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The page's own files and those of Swagger UI that it needs. */
@Singleton
class PageFiles {

  private static final String OWN = "/apidoc/";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final Map<String, String> places;

  PageFiles() {
    final String swagger = WEBJAR + version() + "/";
    places =
        Map.of(
            "start.js", OWN + "start.js",
            "page.css", OWN + "page.css",
            "swagger-ui.css", swagger + "swagger-ui.css",
            "swagger-ui-bundle.js", swagger + "swagger-ui-bundle.js");
  }

  byte[] page() {
    return read(OWN + "index.html");
  }

  Optional<byte[]> of(final String name) {
    return Optional.ofNullable(places.get(name)).map(PageFiles::read);
  }

  private static String version() {
    try (InputStream file = open(VERSION)) {
      final Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "");
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(final String place) {
    try (InputStream file = open(place)) {
      return file.readAllBytes();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(final String place) {
    return Objects.requireNonNull(PageFiles.class.getResourceAsStream(place), place);
  }
}
