package io.gatehouse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Redis that writes every command to disk before it answers, at a port of its own. It can be
 * stopped, killed, hung and started again with what it had.
 */
public final class RedisServer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final List<String> options;
  private final Path directory;
  private final int port;
  private Process process;

  /**
   * Starts it.
   *
   * @param options further ones, as in {@code --maxmemory 1mb}, one word each
   */
  public RedisServer(final String... options) {
    this.options = List.of(options);
    this.port = freePort();
    try {
      this.directory = Files.createTempDirectory("gatehouse-redis");
    } catch (final IOException full) {
      throw new UncheckedIOException(full);
    }
    this.process = launch();
  }

  public int port() {
    return port;
  }

  /** Its address, for REDIS_URL. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts it again, with what it had on disk. */
  public void start() {
    process = launch();
  }

  /** As if its machine lost power; nobody is told. */
  public void kill() {
    end(process.destroyForcibly());
  }

  /** It stops answering; connections stay open. */
  public void hang() {
    signal("STOP");
  }

  /** It goes on, first with what came in meanwhile. */
  public void goOn() {
    signal("CONT");
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (final IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  private Process launch() {
    final List<String> command =
        new ArrayList<>(
            List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
    command.addAll(List.of("--dir", directory.toString()));
    command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
    command.addAll(options);
    try {
      final Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitReady(started);
      return started;
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void awaitReady(final Process started) {
    final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReady()) {
      if (!started.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("redis-server does not start at port " + port);
      }
    }
  }

  /** One that asks for a password is ready too; one that still reads its file is not. */
  private boolean isReady() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      final String answer =
          new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      return answer.equals("+PONG") || answer.equals("-NOAU");
    } catch (final IOException notYet) {
      return false;
    }
  }

  private void signal(final String name) {
    try {
      end(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start());
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void end(final Process ending) {
    try {
      ending.waitFor();
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
