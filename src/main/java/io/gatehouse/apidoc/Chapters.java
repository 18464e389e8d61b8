package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sorts the operations into chapters by what their paths begin with. */
record Chapters(JsonNode list) {

  /** The extension of the additions that lists them; it is not shown. */
  static final String NAME = "x-chapters";

  private static final String LAST = "Other";

  /** The chapter that names the longest beginning of the path. */
  String of(final String path) {
    String chosen = LAST;
    int longest = 0;
    for (final JsonNode chapter : list) {
      for (final JsonNode beginning : chapter.path("paths")) {
        final String text = beginning.asText();
        if (path.startsWith(text) && text.length() > longest) {
          chosen = chapter.path("name").asText();
          longest = text.length();
        }
      }
    }
    return chosen;
  }

  /** In the order of the list, for the page. */
  void describe(final ObjectNode document) {
    final ArrayNode tags = document.putArray("tags");
    list.forEach(
        chapter ->
            tags.addObject()
                .put("name", chapter.path("name").asText())
                .put("description", chapter.path("description").asText()));
  }
}
