package io.gatehouse.portal;

import io.gatehouse.fakesite.FakeSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the gateway left on the site, as the site has it. */
final class Posted {

  private static final String KEY = "custom_gateway_key";
  private static final String ALERT = "Compliance Alert";
  private static final String OURS = "gatehouse@example.org";

  private final List<Map<String, Object>> comments;
  private final List<Map<String, Object>> issues;

  Posted(final FakeSite site) {
    comments = ours(site.all("Comment"));
    issues = ours(site.all("Issue"));
  }

  private static List<Map<String, Object>> ours(final List<Map<String, Object>> documents) {
    return documents.stream().filter(one -> OURS.equals(one.get("owner"))).toList();
  }

  /** Comments in people's threads. */
  long banners() {
    return comments.stream().filter(one -> Integer.valueOf(1).equals(one.get("published"))).count();
  }

  long notes() {
    return comments.size() - banners();
  }

  long alerts() {
    return issues.stream().filter(one -> ALERT.equals(one.get("issue_type"))).count();
  }

  /** Documents whose reference another one has too. */
  long doubled() {
    final List<Map<String, Object>> all = new ArrayList<>(comments);
    all.addAll(issues);
    return all.stream()
        .collect(Collectors.groupingBy(Posted::reference, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(many -> many - 1)
        .sum();
  }

  /** Threads about which more than one alert is open. */
  long alertsOpenTwice() {
    return issues.stream()
        .filter(one -> ALERT.equals(one.get("issue_type")) && "Open".equals(one.get("status")))
        .map(one -> String.valueOf(one.get("subject")).replaceAll(" \\S+$", ""))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .filter(many -> many > 1)
        .count();
  }

  private static String reference(final Map<String, Object> document) {
    return String.valueOf(document.getOrDefault(KEY, document.get("subject")));
  }
}
