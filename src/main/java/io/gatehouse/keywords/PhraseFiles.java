package io.gatehouse.keywords;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.categories.Category;
import java.util.List;

/** The data files of the phrases; one that says more than words can stops the start. */
record PhraseFiles(List<DataFile> all) {

  static final String FOLDER = "/keywords/";

  PhraseFiles {
    all = List.copyOf(all);
    all.forEach(PhraseFiles::check);
  }

  static PhraseFiles shipped() {
    return new PhraseFiles(
        DataFile.read(FOLDER, "files.txt").lines().stream()
            .map(name -> DataFile.read(FOLDER, name))
            .toList());
  }

  /** What takes a word's meaning from it. */
  List<DataFile> harmless() {
    return under("harmless/");
  }

  /** What says who does what to whom. */
  List<DataFile> frames() {
    return under("frames/");
  }

  /** A folder's files, after the classes of words that all may use. */
  private List<DataFile> under(final String folder) {
    return all.stream()
        .filter(file -> file.name().startsWith(folder) || file.name().startsWith("words/"))
        .toList();
  }

  private static void check(final DataFile file) {
    for (final String line : file.lines()) {
      if (line.startsWith("[")) {
        topics(file, line);
      } else if (!line.startsWith("{")) {
        weight(file, line);
      }
    }
  }

  private static void topics(final DataFile file, final String line) {
    final List<String> head = List.of(line.substring(1, line.indexOf(']')).split(" "));
    for (final String topic : head.subList(1, head.size())) {
      if (!topic.equals(Said.HELP) && Category.of(topic).isEmpty()) {
        throw new IllegalArgumentException(file.name() + ": no such category: " + topic);
      }
    }
  }

  /** S4.8. */
  private static void weight(final DataFile file, final String line) {
    if (Double.parseDouble(line.substring(0, line.indexOf(' '))) > Rule.MOST) {
      throw new IllegalArgumentException(file.name() + ": above " + Rule.MOST + ": " + line);
    }
  }
}
