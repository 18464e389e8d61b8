package io.gatehouse.backlog;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.TestClock;
import java.util.Base64;
import java.util.Optional;

/** Messages that were answered, for tests of what becomes of them. */
public final class Messages {

  public static final Sealer SEALER = sealer(0);

  private static final Ids IDS = new Ids(new TestClock());

  private Messages() {}

  /** One that seals with a key of its own. */
  static Sealer sealer(final int key) {
    final byte[] bytes = new byte[Sealer.KEY_BYTES];
    bytes[0] = (byte) key;
    return new Sealer(new Secret(Base64.getEncoder().encodeToString(bytes)));
  }

  public static Asked asked(final String thread, final String id, final String content) {
    return new Asked(
        OrganizationId.DEFAULT,
        id,
        thread,
        "ann",
        Optional.of(Role.CLIENT),
        content,
        TestClock.START,
        Optional.empty(),
        "en");
  }

  static Entry entry(final Asked asked) {
    return new Entry(IDS.next(), asked, Handling.PASSED, TestClock.START);
  }

  static Entry entry(final String thread, final String id) {
    return entry(asked(thread, id, "words of " + id));
  }
}
