package io.gatehouse.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Tells what a file is by its first bytes; they stand in {@code attachments/types.txt}. */
public final class FileTypes {

  private static final String FILE = "/attachments/types.txt";
  private static final String TEXTUAL = "text";

  private final List<Signature> signatures = new ArrayList<>();

  /** Bytes at places, or the words that a text begins with. */
  private record Signature(FileType type, List<Mark> marks, String opening) {

    boolean fits(final byte[] bytes, final Optional<String> text) {
      return opening.isEmpty()
          ? marks.stream().allMatch(mark -> mark.fits(bytes))
          : text.filter(this::opens).isPresent();
    }

    private boolean opens(final String text) {
      return text.stripLeading().regionMatches(true, 0, opening, 0, opening.length());
    }
  }

  private record Mark(int at, byte[] bytes) {

    boolean fits(final byte[] file) {
      return file.length >= at + bytes.length
          && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  public FileTypes() {
    try (InputStream file = Objects.requireNonNull(FileTypes.class.getResourceAsStream(FILE))) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(FileTypes::signature)
          .forEach(signatures::add);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the bytes are: text that is nothing else is plain text. */
  public FileType of(final byte[] bytes) {
    final Optional<String> text = PlainText.of(bytes);
    return signatures.stream()
        .filter(signature -> signature.fits(bytes, text))
        .map(Signature::type)
        .findFirst()
        .orElseGet(() -> text.isPresent() ? new FileType(FileType.TEXT, "txt") : FileType.OTHER);
  }

  private static Signature signature(final String line) {
    final String[] columns = line.split(" +", 4);
    final FileType type = new FileType(columns[0], columns[1]);
    return columns[2].equals(TEXTUAL)
        ? new Signature(type, List.of(), columns[3].toLowerCase(Locale.ROOT))
        : new Signature(type, marks(line.split(" +", 3)[2]), "");
  }

  private static List<Mark> marks(final String columns) {
    return Arrays.stream(columns.split(" +"))
        .map(mark -> mark.split(":", 2))
        .map(mark -> new Mark(Integer.parseInt(mark[0]), HexFormat.of().parseHex(mark[1])))
        .toList();
  }
}
