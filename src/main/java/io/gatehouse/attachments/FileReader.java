package io.gatehouse.attachments;

/** Reads what people could read in a file. */
public final class FileReader {

  private final Pictures pictures = new Pictures();

  /** Audio, video, documents and whatever is unknown cannot be looked into. */
  public Reading read(final byte[] bytes, final String mime) {
    return switch (mime) {
      case FileType.TEXT ->
          PlainText.of(bytes).map(text -> new Reading(text, true)).orElse(Reading.BLIND);
      case FileType.CARD -> PlainText.of(bytes).map(ContactCards::read).orElse(Reading.BLIND);
      case FileType.JPEG, FileType.PNG, FileType.GIF -> pictures.read(bytes, mime);
      default -> Reading.BLIND;
    };
  }
}
