package io.gatehouse.mail;

import java.util.List;

/**
 * An e-mail.
 *
 * @param text plain
 */
public record Letter(List<String> to, String subject, String text) {

  public Letter {
    to = List.copyOf(to);
  }
}
