package io.gatehouse.redteam;

import io.gatehouse.detection.FindingClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the attacks in one disguise, or in two, fared. */
final class Tally {

  private static final int EXAMPLES = 3;

  private final List<Disguise> disguises;
  private final List<String> missed = new ArrayList<>();
  private int tried;
  private int caught;
  private int named;

  Tally(final List<Disguise> disguises) {
    this.disguises = disguises;
  }

  /**
   * @param found the classes that were found; any of them catches the message
   */
  void add(final Specimen specimen, final Set<FindingClass> found) {
    tried++;
    caught += found.isEmpty() ? 0 : 1;
    named += found.contains(specimen.kind()) ? 1 : 0;
    if (found.isEmpty() && missed.size() < EXAMPLES) {
      missed.add(shown(specimen));
    }
  }

  String name() {
    return disguises.isEmpty()
        ? "none"
        : disguises.stream().map(Disguise::tag).collect(Collectors.joining(" + "));
  }

  int size() {
    return disguises.size();
  }

  int tried() {
    return tried;
  }

  int caught() {
    return caught;
  }

  /** Attacks whose very class was found. */
  int named() {
    return named;
  }

  double share() {
    return tried == 0 ? 1 : (double) caught / tried;
  }

  List<String> missed() {
    return List.copyOf(missed);
  }

  private static String shown(final Specimen specimen) {
    final StringBuilder shown = new StringBuilder();
    specimen.earlier().forEach(said -> shown.append(said.text()).append(" // "));
    return shown.append(specimen.text()).toString();
  }
}
