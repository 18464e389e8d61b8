package io.gatehouse.moderation;

import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.rulings.Source;
import java.util.Optional;

/**
 * Another system's content that is to be classified.
 *
 * @param url where that system shows it to a reviewer
 * @param keepText whether a reviewer may read the text here
 * @param dryRun whether nothing is to be stored
 */
record Content(
    Source source,
    String text,
    Format format,
    Optional<String> url,
    boolean keepText,
    boolean dryRun) {}
