package io.gatehouse.week;

import io.gatehouse.week.Written.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a week: everything is counted from what the simulated Twilio saw, nothing from
 * what the gateway says of itself.
 */
final class Tally {

  private static final Pattern NAME = Pattern.compile("\\b[A-Z](?:[a-z]){9}\\b");

  private final List<Written> written;
  private final Set<Written> outOfTurn;
  private final Collection<Map<String, String>> asked;
  private final Map<String, List<Sent>> byName = new HashMap<>();

  /**
   * @param outOfTurn messages that reached the gateway late, whose order is nobody's
   */
  Tally(final List<Written> written, final Set<Written> outOfTurn, final SimulatedTwilio twilio) {
    this.written = written;
    this.outOfTurn = outOfTurn;
    this.asked = twilio.asked();
    for (final Sent sent : twilio.sent()) {
      final Matcher name = NAME.matcher(sent.body);
      while (name.find()) {
        byName.computeIfAbsent(name.group(), first -> new ArrayList<>()).add(sent);
      }
    }
  }

  /** Messages that shall reach the other side and did not. */
  List<Written> missing() {
    return written.stream().filter(one -> one.kind() != Kind.LEAK && arrived(one) == 0).toList();
  }

  List<Written> doubled() {
    return written.stream().filter(one -> arrived(one) > 1).toList();
  }

  List<Written> leaked() {
    return written.stream().filter(one -> one.kind() == Kind.LEAK && arrived(one) > 0).toList();
  }

  long delivered() {
    return written.stream().filter(one -> arrived(one) > 0).count();
  }

  /** Messages that somebody got before an earlier one of the same conversation. */
  int outOfOrder() {
    final Map<String, Sent> newest = new HashMap<>();
    int wrong = 0;
    for (final Written one : written) {
      if (one.kind() != Kind.HONEST || outOfTurn.contains(one)) {
        continue;
      }
      final List<Sent> copies = byName.getOrDefault(one.name(), List.of());
      if (!copies.isEmpty()) {
        final Sent first = copies.stream().min((a, b) -> a.at.compareTo(b.at)).orElseThrow();
        final Sent before = newest.put(one.thread().ref() + one.byClient(), first);
        wrong += before != null && before.at.isAfter(first.at) ? 1 : 0;
      }
    }
    return wrong;
  }

  /** Requests in which a person's number stands anywhere but where it must: as the recipient. */
  long realNumbers() {
    final Set<String> real = new HashSet<>();
    written.forEach(one -> real.addAll(List.of(one.from(), one.recipient())));
    return asked.stream().filter(form -> tells(form, real)).count();
  }

  /** Requests that would have gone to somebody else, or by a number the recipient does not know. */
  long misdirected() {
    return written.stream()
        .filter(
            one ->
                byName.getOrDefault(one.name(), List.of()).stream()
                    .anyMatch(
                        sent ->
                            !sent.to.equals(one.recipient()) || !sent.from.equals(one.leavesBy())))
        .count();
  }

  private static boolean tells(final Map<String, String> form, final Set<String> real) {
    final Map<String, String> others = new LinkedHashMap<>(form);
    others.remove("To");
    final String text = others.toString().replaceAll("[^0-9+A-Za-z]", "");
    return real.stream().anyMatch(number -> text.contains(number.substring(1)));
  }

  /** How often its recipient's phone has it. */
  private long arrived(final Written one) {
    return byName.getOrDefault(one.name(), List.of()).stream()
        .filter(sent -> sent.to.equals(one.recipient()) && !sent.failed())
        .count();
  }
}
