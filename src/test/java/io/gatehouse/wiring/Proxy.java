package io.gatehouse.wiring;

import io.gatehouse.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the test database that can be cut and mended. */
final class Proxy {

  private final URI target = URI.create(TestDatabase.url().jdbc().substring("jdbc:".length()));
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  Proxy() {
    door = listen(0);
  }

  /** The test database's address by this way. */
  String jdbc() {
    return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + target.getPath();
  }

  /** As if the server's machine were switched off: nothing listens, connections are gone. */
  void cut() throws IOException {
    door.close();
    for (final Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  void mend() {
    door = listen(door.getLocalPort());
  }

  private ServerSocket listen(final int port) {
    try {
      final ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void accept(final ServerSocket from) {
    try {
      while (true) {
        final Socket near = from.accept();
        final Socket far = new Socket(target.getHost(), target.getPort());
        open.add(near);
        open.add(far);
        if (from.isClosed()) {
          // It was cut while this one came in.
          near.close();
          far.close();
        }
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      }
    } catch (final IOException cut) {
      // Cutting it is what this is for.
    }
  }

  private static void pump(final Socket from, final Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (final IOException cut) {
      // Cutting it is what this is for.
    }
  }
}
