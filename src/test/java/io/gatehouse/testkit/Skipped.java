package io.gatehouse.testkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Repeats at the end of the run what was skipped, where nobody overlooks it. */
@SuppressWarnings("deprecation")
public final class Skipped implements CloseableResource {

  private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

  void add(final String reason) {
    reasons.add(reason);
  }

  @Override
  public void close() {
    System.out.println("SKIPPED " + reasons.size() + " (install the parts, or run .ci/run):");
    reasons.forEach(reason -> System.out.println("  " + reason));
  }
}
