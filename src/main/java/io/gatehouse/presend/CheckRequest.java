package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Channel;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * What is to be checked.
 *
 * @param id the caller's own name for it, given back as it came
 * @param region of this request alone; empty for the house's
 * @param allow of this request alone; joined with the house's
 * @param messages one text, or a conversation in the order it was written
 * @param conversation whether it was asked as a conversation, which the answer then speaks of
 */
record CheckRequest(
    JsonNode id,
    Channel channel,
    Optional<String> region,
    Known allow,
    List<Utterance> messages,
    boolean conversation) {}
