package io.gatehouse.retraction;

import java.util.Locale;

/** How a document is hidden. */
enum Manner {
  /** A Communication is moved to the Issue of the pair's alert. */
  RELINK,
  /** Deleted on the site; its text is kept here. */
  DELETE,
  /** An Issue's description is replaced by a notice. */
  DESCRIBE;

  /** The name used in tables. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
