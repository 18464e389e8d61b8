package io.gatehouse.week;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The gateway as a process of its own, which can be killed and started again. */
public final class Server implements AutoCloseable {

  static final String OWNER_KEY = "gh_the-owner-of-a-scripted-week";

  /** What else takes minutes must be seen to happen within a week that lasts some. */
  private static final List<String> FASTER =
      List.of(
          "-Dgatehouse.twilio.timeouts.connect=1s",
          "-Dgatehouse.twilio.timeouts.read=1s",
          "-Dgatehouse.sms.certain=20s",
          "-Dgatehouse.sms.silence=30s",
          "-Dgatehouse.sms.again=30s",
          "-Dgatehouse.sms.recovery=20s");

  private final int port;
  private final Path data;
  private final List<String> faster;
  private final Map<String, String> environment;
  private Process process;

  /**
   * @param faster system properties
   * @param provider the variables that say where a simulated provider is
   */
  public Server(final Path data, final List<String> faster, final Map<String, String> provider)
      throws IOException, InterruptedException {
    this.port = freePort();
    this.data = data;
    this.faster = List.copyOf(faster);
    this.environment = new TreeMap<>(provider);
    environment.put("PORT", Integer.toString(port));
    environment.put("PUBLIC_URL", url());
    environment.put("GATEHOUSE_DATA", data.resolve("data").toString());
    environment.put("GATEHOUSE_OWNER_KEY", OWNER_KEY);
    Files.createDirectories(data);
    this.process = started();
  }

  static Server onTwilio(final Path data, final String twilio)
      throws IOException, InterruptedException {
    return new Server(
        data,
        FASTER,
        Map.of(
            "TWILIO_API_URL",
            twilio,
            "TWILIO_ACCOUNT_SID",
            SimulatedTwilio.ACCOUNT,
            "TWILIO_AUTH_TOKEN",
            SimulatedTwilio.TOKEN));
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public Gateway gateway() {
    return new Gateway(url(), OWNER_KEY);
  }

  /** kill -9, in the middle of whatever it does. */
  void killAndStart() throws IOException, InterruptedException {
    kill();
    start();
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public void start() throws IOException, InterruptedException {
    process = started();
  }

  /** The process, to look at it and at what it started. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** What its owner is known by. */
  public String ownerKey() {
    return OWNER_KEY;
  }

  private Process started() throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(faster);
    command.addAll(List.of("-cp", shippedClasses(), "io.gatehouse.Gatehouse", "serve"));
    final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
    builder.environment().putAll(environment);
    final Process starting = builder.start();
    awaitAnswer(starting);
    return starting;
  }

  private void awaitAnswer(final Process starting) throws InterruptedException {
    for (int tenth = 0; tenth < 900 && starting.isAlive(); tenth++) {
      if (gateway().tryTo("GET", "/api/inbox", "") == 200) {
        return;
      }
      Thread.sleep(100);
    }
    starting.destroyForcibly();
    throw new IllegalStateException("The server did not start; see " + data.resolve("server.log"));
  }

  /** Without the classes of this week. */
  private static String shippedClasses() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
