package io.gatehouse.lexicon;

import io.gatehouse.canonical.DataFile;
import java.util.List;

/** Every data file of the rule set, in the order of {@code files.txt}: a language needs no code. */
public record RuleFiles(List<DataFile> all) {

  /** Those that ship with Gatehouse. */
  public static RuleFiles shipped() {
    return new RuleFiles(DataFile.read("files.txt").lines().stream().map(DataFile::read).toList());
  }

  /** Phrases and the classes of words they are made of. */
  public List<DataFile> phrases() {
    return all.stream()
        .filter(file -> file.name().startsWith("phrases/") || file.name().startsWith("words/"))
        .toList();
  }

  /** The ideas that words stand for. */
  public List<DataFile> concepts() {
    return under("concepts/");
  }

  /** How mail sets off what is not its own text. */
  public List<DataFile> asides() {
    return under("asides/");
  }

  /** One file by its name. */
  public DataFile named(final String name) {
    return all.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  private List<DataFile> under(final String folder) {
    return all.stream().filter(file -> file.name().startsWith(folder)).toList();
  }
}
