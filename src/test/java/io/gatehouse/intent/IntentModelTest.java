package io.gatehouse.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentModelTest {

  private static final List<DataFile> CONCEPTS =
      List.of(
          new DataFile(
              "concepts/test.txt",
              """
              {without} skip* | no more | l'oublier
              {fee} fee | commission*
              {-me} me
              """));

  private static final DataFile MODEL =
      new DataFile(
          "intent.model",
          """
          c\twithout\t\t0.0\t1.0\t0.0\t0.0
          p\twithout\tfee\t0.0\t2.0\t0.5\t0.0
          c\t-me\t\t0.0\t4.0\t0.0\t0.0
          w\ttoday\t\t0.0\t4.0\t0.0\t0.0
          """);

  private final IntentModel model = IntentModel.of(CONCEPTS, MODEL);

  @Test
  void ideas_that_follow_each_other_say_more_than_each_alone() {
    final Judgement one = model.judge(sentence("we skip it"));
    final Judgement both = model.judge(sentence("skipping their commissions"));
    assertThat(both.likelihood()).isGreaterThan(one.likelihood());
    assertThat(both.topic()).isEqualTo("bypass_language");
    assertThat(both.ideas()).isEqualTo(3.0);
  }

  @Test
  void a_concept_is_known_by_its_stem_its_words_in_a_row_and_across_an_apostrophe() {
    for (final String said : List.of("skipped", "no more", "l'oublier")) {
      assertThat(model.judge(sentence(said)).ideas()).as(said).isEqualTo(1.0);
    }
    assertThat(model.judge(sentence("more")).ideas()).isZero();
  }

  @Test
  void words_and_persons_count_but_prove_nothing() {
    final Judgement judgement = model.judge(sentence("me today"));
    assertThat(judgement.likelihood()).isGreaterThan(0.9);
    assertThat(judgement.ideas()).isZero();
  }

  @Test
  void what_is_said_twice_counts_once() {
    assertThat(model.judge(sentence("skip skip skip")).ideas()).isEqualTo(1.0);
  }

  @Test
  void a_judgement_is_told_in_words_the_strongest_first() {
    assertThat(model.proofs(sentence("skip the fee"), "bypass_language"))
        .containsExactly(new Proof("without … fee", 2.0, 0, 3), new Proof("without", 1.0, 0, 1));
  }

  @Test
  void a_line_that_cannot_be_read_stops_the_start() {
    final DataFile broken = new DataFile("intent.model", "z\tx\t\t0\t0\t0\t0");
    assertThatThrownBy(() -> IntentModel.of(CONCEPTS, broken))
        .hasMessageContaining("unknown kind of feature: z");
  }

  @Test
  void training_finds_what_tells_offers_from_honest_talk_and_gives_the_same_twice() {
    final List<Example> examples =
        List.of(
            new Example(sentence("skip the fee"), "bypass_language"),
            new Example(sentence("skipping commissions"), "bypass_language"),
            new Example(sentence("no more fee"), "bypass_language"),
            new Example(sentence("skip the park"), null),
            new Example(sentence("the fee is fair"), null),
            new Example(sentence("no more treats"), null));
    final List<String> lines = Training.lines(CONCEPTS, examples);
    assertThat(Training.lines(CONCEPTS, examples)).isEqualTo(lines);
    final IntentModel learned =
        IntentModel.of(CONCEPTS, new DataFile("intent.model", String.join("\n", lines)));
    assertThat(learned.judge(sentence("skip their fee")).likelihood())
        .isGreaterThan(2 * learned.judge(sentence("skip their bath")).likelihood());
  }

  private static Sentence sentence(final String text) {
    final List<Token> words = Tokenizer.cut(Folder.plain(text));
    return new Sentence(words, 0, words.size(), index -> "", List.of(), Channel.CHAT);
  }
}
