package io.gatehouse.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A mail server that is polite up to one command, which it answers otherwise, or hangs up on. */
final class GruffServer implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final String at;
  private final Optional<String> answer;

  /**
   * @param at MAIL, RCPT, DATA, or "." for the end of the letter
   * @param answer empty to hang up
   */
  GruffServer(final String at, final Optional<String> answer) throws IOException {
    this.at = at;
    this.answer = answer;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    try (Socket caller = door.accept();
        var lines =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
      say(caller, "220 gruff");
      boolean letter = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (letter && !line.equals(".")) {
          continue;
        }
        if (line.startsWith(at)) {
          if (answer.isEmpty()) {
            return;
          }
          say(caller, answer.get());
          letter = false;
        } else {
          letter = line.equals("DATA");
          say(caller, letter ? "354 go on" : "250 fine");
        }
      }
    } catch (final IOException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(final Socket caller, final String line) throws IOException {
    final OutputStream out = caller.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
