package io.gatehouse.delivery;

/** What a provider's error codes mean, refusals and later failures alike. */
public interface ErrorClasses {

  /** What is to be done about an error. */
  enum ErrorClass {
    /** Worth another try. */
    LATER,
    /** Worth one more try. */
    ONCE,
    /** Whether it was sent is to be found out first. */
    RECONCILE,
    /** Nothing of the kind will be sent before somebody sets something right. */
    CONFIG,
    /** The recipient does not want messages by this number. */
    OPTED_OUT,
    /** This message will never get there. */
    PERMANENT
  }

  /** Codes that are not listed are permanent. */
  ErrorClass of(String code);

  /** A sentence for the owner, without the provider's own words, which quote numbers. */
  String reason(String code);
}
