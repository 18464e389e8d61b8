package io.gatehouse.fakesite;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which role may do what with which type of document, as far as the gateway meets them. */
final class Rights {

  static final String SYSTEM_MANAGER = "System Manager";
  static final String SUPPORT_TEAM = "Support Team";
  static final String INBOX_USER = "Inbox User";
  static final String WEBSITE_MANAGER = "Website Manager";
  static final String SUPER_EMAIL_USER = "Super Email User";

  /** What is done with a document. */
  enum Deed {
    READ,
    CREATE,
    WRITE,
    DELETE
  }

  private static final Set<String> MAILBOX = Set.of(SYSTEM_MANAGER, INBOX_USER);
  private static final Set<String> SITE = Set.of(SYSTEM_MANAGER, WEBSITE_MANAGER);
  private static final Set<String> DESK = Set.of(SYSTEM_MANAGER, SUPPORT_TEAM);
  private static final Set<String> MANAGER = Set.of(SYSTEM_MANAGER);

  private static final Map<String, Set<String>> WHO =
      Map.ofEntries(
          Map.entry("Issue", Set.of(SUPPORT_TEAM)),
          Map.entry("Issue Type", DESK),
          Map.entry("Issue Priority", DESK),
          Map.entry("Comment", SITE),
          Map.entry("Contact", DESK),
          Map.entry("Customer", DESK),
          Map.entry("System Settings", DESK));

  /** Communications: nobody has the permission to write but the Administrator. */
  private final Map<Deed, Set<String>> mail =
      new HashMap<>(
          Map.of(
              Deed.READ,
              Set.of(SYSTEM_MANAGER, INBOX_USER, SUPER_EMAIL_USER),
              Deed.CREATE,
              MAILBOX,
              Deed.DELETE,
              MAILBOX,
              Deed.WRITE,
              Set.of()));

  void require(final Set<String> roles, final String doctype, final Deed deed) {
    final Set<String> needed =
        doctype.equals("Communication")
            ? mail.getOrDefault(deed, Set.of())
            : WHO.getOrDefault(doctype, MANAGER);
    if (needed.stream().noneMatch(roles::contains)) {
      throw Refusal.forbidden();
    }
  }

  /** Nobody may do that with Communications any more. */
  void forbidMail(final Deed deed) {
    mail.put(deed, Set.of());
  }
}
