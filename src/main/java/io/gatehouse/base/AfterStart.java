package io.gatehouse.base;

import java.net.URI;

/** Something {@code serve --demo} does once the server is up; beans run one by one, in order. */
public interface AfterStart {

  /**
   * A failure is reported and the server stays up.
   *
   * @param server its address on this machine, without a slash at the end
   */
  void run(URI server) throws Exception;
}
