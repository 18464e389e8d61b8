package io.gatehouse.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Something a test wants that a machine may lack; {@code .ci/run} installs all of them. */
public enum Part {
  CHROMIUM("chromium"),
  CURL("curl"),
  PYTHON("python3"),
  REDIS("redis-server"),
  SETPRIV("setpriv");

  private final String program;

  Part(final String program) {
    this.program = program;
  }

  boolean isHere() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }
}
