package io.gatehouse.detection;

import io.gatehouse.base.Role;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.detection.ScanRequest.Format;

/** Something said in the conversation. */
public record Utterance(Role sender, String text, Format format) {

  Canonical folded() {
    return switch (format) {
      case PLAIN -> Folder.plain(text);
      case HTML -> Folder.html(text);
    };
  }
}
