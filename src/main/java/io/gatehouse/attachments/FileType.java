package io.gatehouse.attachments;

/**
 * What a file is by its own bytes; what the sender or a server calls it is never believed.
 *
 * @param mime as it is told whoever fetches it
 * @param extension for its name, without the dot
 */
public record FileType(String mime, String extension) {

  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";
  static final String GIF = "image/gif";
  static final String CARD = "text/vcard";
  static final String TEXT = "text/plain";

  /** Nothing that is known. */
  static final FileType OTHER = new FileType("application/octet-stream", "bin");
}
