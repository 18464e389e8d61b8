package io.gatehouse.organization;

import io.gatehouse.base.Environment;
import io.gatehouse.wording.TextFiles;
import io.gatehouse.wording.TextsReader;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/** Settings as they were stored, read without a running gateway. */
public final class StoredSettings {

  private StoredSettings() {}

  /**
   * What a version meant; parts that are refused now count as not chosen.
   *
   * @param document a JSON object, as {@code settings_version} keeps it
   * @param standard names the bands of whoever chose none
   */
  public static Settings of(
      final int version, final String document, final Environment.Interception standard) {
    try {
      final var reader = new SettingsReader(new TextsReader(new TextFiles()), standard);
      final JsonNode json = JsonMapper.createDefault().readValue(document, JsonNode.class);
      return reader.read(version, json).settings();
    } catch (final IOException damaged) {
      throw new IllegalArgumentException("settings version " + version + " is no JSON", damaged);
    }
  }
}
