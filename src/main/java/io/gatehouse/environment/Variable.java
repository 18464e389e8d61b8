package io.gatehouse.environment;

/** The environment variables that are read, each with what it must look like. */
public enum Variable {
  PORT("a port number from 0 to 65535 (0 takes any free one)"),
  PUBLIC_URL("an http or https address without query, such as https://gate.example.com"),
  DATABASE_URL("postgresql://user:password@host:5432/database, or the same as jdbc:postgresql://"),
  MAX_BODY_BYTES("a number from 1024 to 10485760"),
  MAX_SCAN_CHARACTERS("a number from 100 to 20000"),
  GATEHOUSE_DATA("a directory"),
  GATEHOUSE_OWNER_KEY("at least 20 letters, digits or signs without blanks"),
  GATEHOUSE_KEY("32 bytes in base64, as made by: openssl rand -base64 32"),
  TWILIO_ACCOUNT_SID("AC followed by 32 hexadecimal digits"),
  TWILIO_AUTH_TOKEN("one auth token, or two separated by a comma while rotating"),
  TWILIO_API_URL("an http or https address without query, such as https://api.twilio.com"),
  TWILIO_MESSAGING_SERVICE_SID("MG followed by 32 hexadecimal digits"),
  ERPNEXT_URL("an http or https address without query, such as https://erp.example.com"),
  ERPNEXT_API_KEY("an API key without blanks"),
  ERPNEXT_API_SECRET("an API secret without blanks"),
  ERPNEXT_WEBHOOK_SECRET("the Webhook Secret of ERPNext's webhook, without blanks"),
  SMTP_URL("smtp://user:password@host:587?from=gate@example.com, or smtps:// for TLS throughout"),
  PRIVATE_WEBHOOKS("yes or no"),
  NUDGE_THRESHOLD("a number from 0 to 1, not above SYNC_THRESHOLD"),
  SYNC_THRESHOLD("a number from 0 to 1, not below NUDGE_THRESHOLD"),
  CIRCUIT_BREAKER_THRESHOLD("a number from 1 to 1000"),
  CIRCUIT_BREAKER_RESET_MS("a number of milliseconds from 100 to 3600000"),
  MAX_MESSAGE_LENGTH("a number from 100 to 20000"),
  REDIS_URL("redis://user:password@host:6379/0, or rediss:// for TLS"),
  REDIS_HOST("the name of a host"),
  REDIS_PORT("a port number from 1 to 65535"),
  WS_PORT("a port number from 0 to 65535 (0 takes any free one)"),
  HEALTH_PORT("a port number from 1 to 65535"),
  DETECTION_HOST("nothing: detection is built in"),
  DETECTION_PORT("nothing: detection is built in"),
  METRICS_KEY("at least 20 letters, digits or signs without blanks"),
  OTEL_EXPORTER_OTLP_ENDPOINT("an http or https address, such as http://collector:4318"),
  LLM_URL("an http or https address without query, such as https://api.example.com/v1"),
  LLM_MODEL("the name of a model without blanks, as its server knows it"),
  LLM_API_KEY("an API key without blanks"),
  LLM_TIMEOUT_MS("a number of milliseconds from 100 to 25000");

  private final String expectation;

  Variable(final String expectation) {
    this.expectation = expectation;
  }

  /** What to write, for a person who wrote something else. */
  public String expectation() {
    return expectation;
  }
}
