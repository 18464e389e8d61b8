package io.gatehouse.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Problem;
import io.gatehouse.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as JSON texts. */
public final class Reply {

  /** The one word S3.20 has for whatever went wrong; {@code code} says more. */
  private static final String PROCESSING_ERROR = "processing_error";

  private Reply() {}

  /** S3.5; its time is from the request being read to be told. */
  public static String result(
      final Request.Intercept request, final Duration took, final Result result) {
    return answered("intercept_result", request.requestId(), took, result);
  }

  public static String preview(
      final Request.Preview request, final Duration took, final Result result) {
    return answered("preview_result", request.requestId(), took, result);
  }

  /** To a preview that a newer one of the same person in the same thread came after. */
  public static String superseded(final Request.Preview request) {
    final Map<String, Object> frame = frame("preview_result", request.requestId());
    frame.put("superseded", true);
    return Json.write(frame);
  }

  public static String pong(final Request.Ping ping) {
    return Json.write(frame("pong", ping.requestId()));
  }

  /**
   * S3.20, with {@code code} and what else the problem tells, such as the {@code field}. It says
   * nothing about {@code allowed}: what could not be read was not judged.
   */
  public static String error(final @Nullable JsonNode requestId, final Problem why) {
    final Map<String, Object> frame = frame("error", requestId);
    frame.put("error", PROCESSING_ERROR);
    frame.put("message", why.detail());
    frame.put("code", why.code());
    why.members().forEach(frame::putIfAbsent);
    return Json.write(frame);
  }

  private static String answered(
      final String type, final @Nullable JsonNode requestId, final Duration took, final Result it) {
    final Map<String, Object> frame = frame(type, requestId);
    frame.put("processing_ms", Math.round(took.toNanos() / 10_000.0) / 100.0);
    frame.put("result", it);
    return Json.write(frame);
  }

  private static Map<String, Object> frame(final String type, final @Nullable JsonNode requestId) {
    final Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", type);
    if (requestId != null) {
      frame.put("request_id", requestId);
    }
    return frame;
  }
}
