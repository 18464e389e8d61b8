package io.gatehouse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.intent.IntentModel;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.RuleFiles;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {

  private static final RuleFiles FILES = RuleFiles.shipped();
  private static final Lexicon LEXICON = Lexicon.of(FILES.phrases());

  private final Offers offers =
      new Offers(IntentModel.of(FILES.concepts(), FILES.named("intent.model")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The agency pockets a third of it, so why not settle up between ourselves from now on",
        "On serait mieux de se passer de la plateforme et de garder la commission pour nous",
        "Lass uns die Plattform weglassen und das privat regeln, wird billiger",
        "mejor nos olvidamos de la plataforma y me pagas directo, sale mas barato"
      })
  void an_offer_is_found_in_words_of_its_own(final String text) {
    assertThat(find(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could I have the dressing on the side please",
        "Walk past the church and go directly to the red door",
        "My customers pay me in cash at the market, how do I book that",
        "The office takes a cut of the flowers for the lobby",
      })
  void a_phrase_in_an_honest_sentence_is_not_believed(final String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void nobody_hides_a_word_of_an_honest_sentence() {
    assertThat(find("it is wh4ts4pp weather")).extracting(Candidate::disguise).isNotEmpty();
  }

  @Test
  void the_finding_is_the_part_of_a_sentence_that_offers() {
    final String text =
        "the kittens are asleep and the plants are watered and next time let us just leave the "
            + "agency out of it and save ourselves the commission";
    final Candidate found = find(text).getFirst();
    assertThat(text.substring(found.from(), found.to()))
        .contains("agency")
        .doesNotContain("kittens");
  }

  @Test
  void a_long_message_without_a_full_stop_is_read_in_parts() {
    final String talk = "the dog ate well and slept well and we went round the pond twice and ";
    assertThat(
            find(talk.repeat(20) + "let us leave the platform out and pay cash " + talk.repeat(20)))
        .isNotEmpty();
  }

  private List<Candidate> find(final String text) {
    final Canonical folded = Folder.plain(text);
    final var context = new Reading.Context(LEXICON, Channel.CHAT, "CA", Set.of("pawpost"));
    final List<Candidate> found = new ArrayList<>();
    offers.find(Reading.of(folded, context), found::add);
    return found;
  }
}
