package io.gatehouse.base;

/**
 * How a protocol of its own is told that a request failed; everybody else gets problem+json. An
 * edge that needs one provides it as a bean.
 */
public interface ErrorVoice {

  /** Tells whether requests to this path (without query) are answered in this voice. */
  boolean speaksFor(String path);

  /** The media type of {@link #say}'s result. */
  String mediaType();

  /** The body; the status is the problem's. */
  String say(Problem problem);
}
