package io.gatehouse.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a database that counts how often somebody asked it and then waited for the answer. */
final class CountingRoute implements AutoCloseable {

  private final AtomicLong turns = new AtomicLong();
  private final URI target;
  private final ServerSocket door;

  CountingRoute(final String jdbc) throws IOException {
    this.target = URI.create(jdbc.substring("jdbc:".length()));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String jdbc() {
    return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + target.getPath();
  }

  long turns() {
    return turns.get();
  }

  private void accept() {
    try {
      while (true) {
        final Socket near = door.accept();
        final Socket far = new Socket(target.getHost(), target.getPort());
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        final AtomicBoolean answered = new AtomicBoolean(true);
        Thread.ofVirtual()
            .start(
                () ->
                    pump(
                        near,
                        far,
                        () -> {
                          if (answered.getAndSet(false)) {
                            turns.incrementAndGet();
                          }
                        }));
        Thread.ofVirtual().start(() -> pump(far, near, () -> answered.set(true)));
      }
    } catch (final IOException closed) {
      // Closing it is how it ends.
    }
  }

  private static void pump(final Socket from, final Socket to, final Runnable passing) {
    final byte[] buffer = new byte[65_536];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passing.run();
        out.write(buffer, 0, read);
      }
    } catch (final IOException closed) {
      // Closing it is how it ends.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
