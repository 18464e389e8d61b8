package io.gatehouse.frappe;

import io.gatehouse.base.Problem;
import io.gatehouse.base.Secret;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Lets proved deliveries through; of the others nothing is kept but their number. */
@Singleton
public final class WebhookProof {

  private final LongAdder refused = new LongAdder();
  private final Arrivals arrivals;

  WebhookProof(final Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * The secret that signed the body.
   *
   * @throws Problem 401 saying what to do
   */
  public Secret require(
      final List<Secret> secrets, final byte[] body, final @Nullable String signature) {
    if (signature == null) {
      throw refuse(
          "signature_missing",
          "The header X-Frappe-Webhook-Signature is missing: enable security in the webhook and"
              + " give it the secret this gateway knows.");
    }
    final Optional<Secret> signer = WebhookSignature.signer(secrets, body, signature);
    arrivals.arrived(body, signer.isPresent());
    return signer.orElseThrow(
        () ->
            refuse(
                "signature_wrong",
                "The signature does not fit the body: the webhook's secret is not the one this"
                    + " gateway knows, or the body was changed on its way."));
  }

  /** How many were refused since the start. */
  public long refused() {
    return refused.sum();
  }

  private Problem refuse(final String code, final String detail) {
    refused.increment();
    return new Problem(401, code, detail);
  }
}
