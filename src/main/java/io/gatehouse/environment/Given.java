package io.gatehouse.environment;

import io.gatehouse.base.StartFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The variables as they were given, and what there is to say about them; never their values. */
final class Given {

  private final Map<String, String> values;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  Given(final Map<String, String> values) {
    this.values = values;
  }

  boolean has(final Variable variable) {
    return value(variable).isPresent();
  }

  /** Absent also where the value is wrong, which is then complained about. */
  <T> Optional<T> parsed(final Variable variable, final Function<String, T> form) {
    try {
      return value(variable).map(form);
    } catch (final IllegalArgumentException otherForm) {
      complain(variable + " is wrong; expected " + variable.expectation() + ".");
      return Optional.empty();
    }
  }

  /** A group of which a part is missing would silently run in sandbox. */
  void together(final Variable... group) {
    final List<Variable> given = Arrays.stream(group).filter(this::has).toList();
    for (final Variable variable : group) {
      if (!given.isEmpty() && !given.contains(variable)) {
        missing(variable, given.getFirst());
      }
    }
  }

  void needs(final Variable dependent, final Variable other) {
    if (has(dependent) && !has(other)) {
      missing(other, dependent);
    }
  }

  void complain(final String complaint) {
    complaints.add(complaint);
  }

  /** Says that a variable, if it is set, changes nothing. */
  void ignore(final Variable variable, final String because) {
    if (has(variable)) {
      notices.add(variable + " is set and changes nothing; " + because + ".");
    }
  }

  List<String> notices() {
    return List.copyOf(notices);
  }

  void demandNoComplaint() {
    if (!complaints.isEmpty()) {
      throw StartFailure.configuration(complaints);
    }
  }

  /** An empty value counts as absent. */
  private Optional<String> value(final Variable variable) {
    return Optional.ofNullable(values.get(variable.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private void missing(final Variable absent, final Variable because) {
    complain(
        absent
            + " is missing though "
            + because
            + " is set; expected "
            + absent.expectation()
            + ".");
  }
}
