package io.gatehouse.canonical;

/** Pictures written into the HTML itself: far longer than any text, and read by nobody. */
final class InlineData {

  private static final String MARK = ";base64,";

  private InlineData() {}

  /**
   * How far into the source a number of characters goes when inline data does not count, so that a
   * picture on top hides nothing that stands below it.
   */
  static int reach(final String html, final int most) {
    int left = most;
    int at = 0;
    while (true) {
      final int data = html.indexOf(MARK, at);
      if (data < 0 || data + MARK.length() - at > left) {
        return Math.min(html.length(), at + left);
      }
      left -= data + MARK.length() - at;
      at = data + MARK.length();
      while (at < html.length() && letter(html.charAt(at))) {
        at++;
      }
    }
  }

  private static boolean letter(final char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }
}
