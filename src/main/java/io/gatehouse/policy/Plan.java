package io.gatehouse.policy;

/**
 * What is to be done about a message, in the product's own words: no channel is named here.
 *
 * @param reply tell the sender why, where only the sender reads it
 * @param banner post a notice into the thread, where both sides read it
 * @param alert open or extend a Compliance Alert
 * @param notice put it into the owner's inbox
 * @param strike count it against the pair
 */
public record Plan(
    Delivery delivery,
    boolean reply,
    boolean banner,
    boolean alert,
    boolean notice,
    boolean strike) {

  /** In which form the message goes on. */
  public enum Delivery {
    AS_IS,
    REDACTED,
    WITHHELD
  }

  static final Plan DELIVER = new Plan(Delivery.AS_IS, false, false, false, false, false);
}
