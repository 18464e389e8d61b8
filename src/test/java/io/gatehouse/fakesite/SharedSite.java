package io.gatehouse.fakesite;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * The one site of the tests that run the whole loop. A test is connected with it by
 * {@code @Property(name = "env.ERPNEXT_URL", value = SharedSite.URL)}, {@link #KEY} and {@link
 * #SECRET}.
 */
public final class SharedSite {

  public static final String URL = "${fake.erpnext.url}";
  public static final String KEY = "fake-key";
  public static final String SECRET = "fake-secret";
  public static final String USER = "gatehouse@example.org";
  public static final String ISSUE_TYPE = "Accounting Support";

  private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
  private static final Set<String> ROLES =
      Set.of(
          Rights.SUPPORT_TEAM, Rights.INBOX_USER, Rights.WEBSITE_MANAGER, Rights.SUPER_EMAIL_USER);

  private static final Followed CLOCK = new Followed();
  private static final FakeSite SITE = started();

  private SharedSite() {}

  private static FakeSite started() {
    final FakeSite site = new FakeSite(CLOCK, ZONE);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close));
    return site;
  }

  /** The site as {@code connect erpnext} leaves it, without webhooks, at a test's own time. */
  public static FakeSite ready(final Clock clock) {
    CLOCK.follow = clock;
    SITE.reset(ZONE);
    SITE.user(USER, KEY, SECRET, ROLES);
    SITE.put("User", Map.of("name", USER, "user_type", "System User"));
    SITE.put("Issue Type", Map.of("name", ISSUE_TYPE));
    SITE.put("Issue Type", Map.of("name", "Compliance Alert"));
    for (final String doctype : Set.of("Communication", "Comment", "Issue")) {
      SITE.put("Custom Field", Map.of("name", doctype + "-custom_gateway_key"));
    }
    return SITE;
  }

  /** Another clock for every test. */
  private static final class Followed extends Clock {

    private volatile Clock follow = Clock.systemUTC();

    @Override
    public Instant instant() {
      return follow.instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(final ZoneId zone) {
      return Clock.fixed(instant(), zone);
    }
  }

  /** Tells every application context where it is. */
  @ContextConfigurer
  public static final class Address implements ApplicationContextConfigurer {

    @Override
    public void configure(final ApplicationContextBuilder builder) {
      builder.properties(Map.of("fake.erpnext.url", SITE.url()));
    }
  }
}
