package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One method of one path, as the document describes it. */
record Operation(String method, String path, ObjectNode description) {

  /** Unique and stable, unlike a name that is numbered when others bear it too. */
  String id() {
    final String words =
        Arrays.stream(path.split("[^A-Za-z0-9]+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return method + words;
  }

  /** As the router knows it. */
  String route() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
