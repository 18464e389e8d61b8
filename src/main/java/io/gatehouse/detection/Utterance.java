package io.gatehouse.detection;

import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;

/** An earlier message of the conversation. */
public record Utterance(Role sender, String text, Format format) {}
