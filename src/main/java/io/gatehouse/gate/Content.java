package io.gatehouse.gate;

import io.gatehouse.detection.ScanRequest.Format;

/** What somebody wrote. */
public record Content(String text, Format format) {}
