package io.gatehouse.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A data file of the rule set, as its meaningful lines: comments (#) and blank lines left out. */
public record DataFile(String name, String content) {

  private static final String ROOT = "/detection/";

  /** Reads a file that ships with Gatehouse; a missing one is a broken build. */
  public static DataFile read(final String name) {
    return read(ROOT, name);
  }

  /**
   * @param folder begins and ends with a slash
   */
  public static DataFile read(final String folder, final String name) {
    try (InputStream in = DataFile.class.getResourceAsStream(folder + name)) {
      if (in == null) {
        throw new IllegalStateException("missing data file " + folder + name);
      }
      return new DataFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public List<String> lines() {
    return content
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** A short fingerprint of the files and the version of the code that reads them. */
  public static String fingerprint(final String version, final List<DataFile> files) {
    try {
      final MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(version.getBytes(StandardCharsets.UTF_8));
      files.forEach(file -> sha.update(file.content.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest(), 0, 8);
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
