package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.settings.FeedSettings.Share;
import java.net.URI;
import java.util.Set;

/** Reads what leaves by the feed. */
public final class FeedReader {

  private FeedReader() {}

  public static FeedSettings read(final Part part) {
    part.only(Set.of("content", "position", "webhook"));
    return new FeedSettings(
        share(part.at("content"), FeedSettings.STANDARD.content()),
        share(part.at("position"), FeedSettings.STANDARD.position()),
        part.at("webhook")
            .text(OwnerReader::isAddress, "an https or http address")
            .map(URI::create));
  }

  private static Share share(final Part part, final Share standard) {
    return part.oneOf(Share.values(), Share::wire).orElse(standard);
  }
}
