package io.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source files look like, and which tables each package says it writes. */
class SourceShapeTest {

  private static final Path MAIN = Path.of("src", "main", "java", "io", "gatehouse");
  private static final Path TEST = Path.of("src", "test", "java", "io", "gatehouse");
  private static final int LINES = 300;
  private static final int FILES = 18;
  private static final String INFO = "package-info.java";

  private static final Pattern WRITE =
      Pattern.compile(
          "(?:insert\\s+into|(?<!for )(?<!do )update|delete\\s+from)\\s+([a-z_]+)",
          Pattern.CASE_INSENSITIVE);

  @Test
  void no_file_is_longer_than_people_read() {
    assertThat(Stream.concat(sources(MAIN), sources(TEST)))
        .allSatisfy(
            file -> assertThat(text(file).lines().count()).as(file + "").isLessThan(LINES + 1));
  }

  @Test
  void no_package_holds_more_than_it_can_name() {
    final Map<Path, Long> sizes =
        sources(MAIN)
            .filter(file -> !file.endsWith(INFO))
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(sizes)
        .allSatisfy((name, size) -> assertThat(size).as(name + "").isLessThanOrEqualTo(FILES));
  }

  @Test
  void every_package_says_what_it_is_for_and_is_null_marked() {
    final Set<Path> packages =
        sources(MAIN).map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages)
        .allSatisfy(name -> assertThat(text(name.resolve(INFO))).contains("/**", "@NullMarked"));
  }

  @Test
  void a_table_is_written_by_one_package_which_says_so() {
    final Map<String, Set<Path>> writers = new TreeMap<>();
    sources(MAIN)
        .filter(file -> file.toString().endsWith("Repository.java"))
        .forEach(
            file -> {
              for (final String table : written(text(file))) {
                writers.computeIfAbsent(table, any -> new TreeSet<>()).add(file.getParent());
              }
            });
    assertThat(writers).isNotEmpty();
    assertThat(writers)
        .allSatisfy(
            (table, packages) -> {
              assertThat(packages).as(table).hasSize(1);
              assertThat(text(packages.iterator().next().resolve(INFO))).contains(table);
            });
  }

  @Test
  void writing_statements_are_recognised() {
    assertThat(
            written(
                "insert into a (x) values (1) on conflict (x) do update set x = 2;"
                    + " UPDATE b set y = 1; delete\nfrom c; select 1 from d for update skip locked"))
        .containsExactly("a", "b", "c");
  }

  private static List<String> written(final String source) {
    final Matcher statement = WRITE.matcher(source);
    return statement.results().map(found -> found.group(1)).distinct().toList();
  }

  private static Stream<Path> sources(final Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(final Path file) {
    try {
      return Files.readString(file);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
