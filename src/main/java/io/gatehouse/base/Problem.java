package io.gatehouse.base;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that its caller is told about as problem+json (RFC 9457). Thrown anywhere, turned into
 * an answer in one place; edges with a protocol of their own (TwiML) translate it themselves.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param status HTTP status
   * @param code stable, machine-readable kind, snake_case
   * @param detail what went wrong and what to do next, for a person; never message text or a secret
   */
  public Problem(final int status, final String code, final String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Problem badRequest(final String code, final String detail) {
    return new Problem(400, code, detail);
  }

  public static Problem forbidden(final String code, final String detail) {
    return new Problem(403, code, detail);
  }

  public static Problem notFound(final String code, final String detail) {
    return new Problem(404, code, detail);
  }

  public static Problem conflict(final String code, final String detail) {
    return new Problem(409, code, detail);
  }

  /** Adds an extension member (RFC 9457 §3.2), such as the state that stood in the way. */
  public Problem with(final String name, final Object value) {
    members.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
