package io.gatehouse.inbox;

import jakarta.inject.Singleton;
import java.util.List;

/** The owner's inbox. */
@Singleton
public class Inbox {

  /** Posts notices inside the running transaction. */
  public void post(final List<NewNotice> notices) {}
}
