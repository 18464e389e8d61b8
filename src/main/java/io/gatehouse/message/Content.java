package io.gatehouse.message;

import io.gatehouse.detection.ScanRequest.Format;

/** What somebody wrote. */
public record Content(String text, Format format) {}
