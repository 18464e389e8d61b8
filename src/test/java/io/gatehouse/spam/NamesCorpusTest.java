package io.gatehouse.spam;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.spam.NamesCorpus.Figures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Holds the ground that was reached on labelled names and invitations. */
class NamesCorpusTest {

  private static final SpamDetector DETECTOR = SpamDetector.standard();

  @Test
  void the_half_the_rules_were_made_with_is_judged_as_labelled() throws IOException {
    final Figures figures = NamesCorpus.read("names-dev.tsv").measured(DETECTOR);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.blockedShare()).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.honestBlocked()).isZero();
  }

  @Test
  void the_half_kept_for_measuring_holds_what_was_reached() throws IOException {
    final Figures figures = NamesCorpus.read("names-measured.tsv").measured(DETECTOR);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(figures.blockedShare()).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.honestBlocked()).isZero();
  }

  @Test
  void what_was_written_after_the_rules_holds_what_was_reached() throws IOException {
    final Figures figures = NamesCorpus.read("names-last.tsv").measured(DETECTOR);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(figures.blockedShare()).isGreaterThanOrEqualTo(0.5);
    assertThat(figures.honestBlocked()).isZero();
  }

  @Test
  void b38_of_the_hardest_honest_names_none_is_blocked() throws IOException {
    final Figures figures = NamesCorpus.read("names-hard.tsv").measured(DETECTOR);
    assertThat(figures.honestBlocked()).isZero();
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.68);
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.88);
  }
}
