package io.gatehouse.presend;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.explanation.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a text or a conversation.
 *
 * @param flagged whether anything was found
 * @param action what the channel's rule does about it: allow, warn, redact or block; of several
 *     messages the gravest
 * @param riskScore 0 to below 1; of several messages the highest
 * @param classes of the findings, each once
 * @param truncated true when a text was too long to be read to its end, else absent
 * @param scannedCharacters code points that were read of the first such text, else absent
 * @param firstFlagIndex which message was the first that something was found at; absent for a
 *     single text and for a clean conversation
 * @param explain why, an object, or for several messages a list; absent when nobody asked
 */
record CheckAnswer(
    @JsonInclude(Include.ALWAYS) @Nullable JsonNode id,
    boolean flagged,
    String action,
    double riskScore,
    @JsonSerialize(contentUsing = ClassName.class) List<FindingClass> classes,
    List<Found> findings,
    @Nullable Boolean truncated,
    @Nullable Integer scannedCharacters,
    @Nullable Integer firstFlagIndex,
    @JsonFormat(with = JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
        @Nullable List<Explanation> explain) {

  /**
   * A finding as it is told.
   *
   * @param start first code point of the text as it was given
   * @param end one after the last code point
   * @param disguise how it was hidden, or null
   * @param setting which part of the message it stands in: body, quote, signature, disclaimer or
   *     footer
   * @param message index of the conversation's message; absent for a single text
   */
  record Found(
      @JsonProperty("class") @JsonSerialize(using = ClassName.class) FindingClass type,
      int start,
      int end,
      String text,
      String rule,
      double confidence,
      @JsonInclude(Include.ALWAYS) @Nullable String disguise,
      String reason,
      String setting,
      @Nullable Integer message) {}
}
