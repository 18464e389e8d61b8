package io.gatehouse.portal;

import io.gatehouse.fakesite.FakeSite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The site's people and their Issues. */
final class Town {

  static final String KEY = "portal-key";
  static final String SECRET = "portal-secret";

  private static final String USER = "gatehouse@example.org";
  private static final Set<String> ROLES =
      Set.of("Support Team", "Inbox User", "Website Manager", "Super Email User");

  private static final String WATCHED = "Accounting Support";
  private static final String PRIVATE = "Facilities";

  /** Every tenth Issue is nobody's business. */
  private static final int PRIVATE_EACH = 10;

  private final FakeSite site;
  private final Plan plan;

  Town(final FakeSite site, final Plan plan) {
    this.site = site;
    this.plan = plan;
  }

  /** Before anything is watched: rights and types, as {@code connect erpnext} leaves them. */
  void found() {
    site.user(USER, KEY, SECRET, ROLES);
    site.put("User", Map.of("name", USER, "user_type", "System User"));
    for (final String type : List.of(WATCHED, PRIVATE, "Compliance Alert")) {
      site.put("Issue Type", Map.of("name", type));
    }
    for (final String doctype : List.of("Communication", "Comment", "Issue")) {
      site.put("Custom Field", Map.of("name", doctype + "-custom_gateway_key"));
    }
  }

  List<Matter> settle() {
    return IntStream.range(0, plan.issues()).mapToObj(this::matter).toList();
  }

  private Matter matter(final int n) {
    final boolean watched = n % PRIVATE_EACH != PRIVATE_EACH - 1;
    final String client = "client%d@customers.example".formatted(n);
    final String advisor = "advisor%d@agency.example".formatted(n % 20);
    final String issue =
        site.write(
            client,
            "Issue",
            Map.of(
                "subject",
                "Question " + n,
                "description",
                "<p>Please have a look at my return, part %d.</p>".formatted(n),
                "issue_type",
                watched ? WATCHED : PRIVATE,
                "raised_by",
                client,
                "_assign",
                "[\"" + advisor + "\"]"));
    return new Matter(issue, client, advisor, "+1604%07d".formatted(2_550_000 + n), watched);
  }
}
