package io.gatehouse.numbers;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A number whose figures count the things of a recipe or a list, where the message says that they
 * belong together and are to be called.
 */
final class Tally {

  private static final int FEWEST = 3;
  private static final int LONGEST = 4;
  private static final int LOCAL = 10;
  private static final double SURE = 0.7;

  private Tally() {}

  static void find(final Reading reading, final Consumer<Candidate> found) {
    final List<Group> groups = groups(reading);
    if (groups.size() < FEWEST || !(asked(reading) || listed(reading, groups))) {
      return;
    }
    final StringBuilder all = new StringBuilder();
    groups.forEach(group -> all.append(group.digits()));
    final String digits =
        all.length() > LOCAL && all.charAt(0) == '1' ? all.substring(1) : all + "";
    if (digits.length() == LOCAL && digits.charAt(0) > '1' && digits.charAt(3) > '1') {
      final int from = groups.getFirst().from();
      final int to = groups.getLast().to();
      found.accept(
          new Candidate(
              from, to, "phone_number", "phone.tally", SURE, "+1" + digits, "disguised_as_other"));
    }
  }

  /** Everything counted in the message, without the numbers of its items. */
  private static List<Group> groups(final Reading reading) {
    final List<Group> groups = new ArrayList<>();
    int item = 1;
    for (final Run run : reading.runs()) {
      for (final Group group : run.groups()) {
        if (group.kind() == Kind.FIGURES
            && group.digits().equals("" + item)
            && item(reading, group)) {
          item++;
        } else if (group.kind() == Kind.FIGURES) {
          groups.add(group);
        }
        if (group.digits().length() > LONGEST || groups.size() > LOCAL + 1) {
          return List.of();
        }
      }
    }
    return groups;
  }

  /** Items that hold the parts of a number: "part 1: 604, part 2: 555, part 3: 0143". */
  private static boolean listed(final Reading reading, final List<Group> groups) {
    return groups.size() == FEWEST
        && groups.get(0).digits().length() == FEWEST
        && groups.get(1).digits().length() == FEWEST
        && groups.get(2).digits().length() == LONGEST
        && groups.stream().allMatch(group -> numbered(reading, group));
  }

  private static boolean numbered(final Reading reading, final Group group) {
    final int at = reading.tokenAt(group.from());
    return at > 1 && item(reading, at - 1) && reading.words().get(at - 1).isNumber();
  }

  private static boolean item(final Reading reading, final int at) {
    return reading.says("counter_word", at - 1, at);
  }

  private static boolean item(final Reading reading, final Group group) {
    return item(reading, reading.tokenAt(group.from()));
  }

  /** Whether the message says to put figures together and to ring somebody. */
  private static boolean asked(final Reading reading) {
    final int all = reading.words().size();
    return reading.says("tally_word", 0, all)
        && (reading.says("dial_word", 0, all) || mine(reading))
        && !Named.label(reading, 0, all);
  }

  private static boolean mine(final Reading reading) {
    for (int i = 0; i < reading.words().size(); i++) {
      if (reading.says("own_word", i, i + 1) && reading.says("phone_noun", i + 1, i + 2)) {
        return true;
      }
    }
    return false;
  }
}
