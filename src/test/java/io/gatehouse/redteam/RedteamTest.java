package io.gatehouse.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Role;
import io.gatehouse.detection.FindingClass;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The red team attacks for real: what it sends is a leak, disguised, and the same every time. */
class RedteamTest {

  private static final Arsenal ARSENAL = Arsenal.read();
  private static final List<Specimen> PLAIN =
      List.of(
          Specimen.plain(FindingClass.PHONE_NUMBER, "call {} now", "604-555-0143"),
          Specimen.plain(FindingClass.EMAIL_ADDRESS, "my email is {}", "nora.w@gmail.com"),
          Specimen.plain(FindingClass.SOCIAL_MEDIA, "instagram {}", "@nora_whitlock"));

  @ParameterizedTest
  @EnumSource(Disguise.class)
  void every_disguise_changes_what_it_fits(final Disguise disguise) {
    assertThat(PLAIN)
        .as(disguise.tag())
        .anySatisfy(
            plain ->
                assertThat(disguise.mutator().apply(plain, ARSENAL, new Random(1)))
                    .isNotEqualTo(plain));
  }

  @Test
  void tags_are_those_of_the_labelling_policy() {
    assertThat(Arrays.stream(Disguise.values()).map(Disguise::tag))
        .hasSize(36)
        .doesNotHaveDuplicates()
        .contains("letters_O_l_for_0_1", "html_split_tags", "two_senders");
  }

  @Test
  void messages_of_an_attack_together_hold_the_leak() {
    final Specimen split = Dialogue.split(PLAIN.getFirst(), ARSENAL, new Random(1));

    assertThat(split.earlier())
        .extracting(Specimen.Message::text)
        .containsExactly("call 604", "555");
    assertThat(split.text()).isEqualTo("0143");
    assertThat(Dialogue.twoSenders(PLAIN.getFirst(), ARSENAL, new Random(1)).earlier())
        .extracting(Specimen.Message::sender)
        .contains(Role.PROVIDER);
  }

  @Test
  void no_pair_spreads_a_leak_twice() {
    assertThat(Campaign.plans())
        .doesNotContain(Set.of(Disguise.SPLIT_MESSAGES, Disguise.INTERLEAVED))
        .contains(
            Set.of(), Set.of(Disguise.REVERSED), Set.of(Disguise.HTML_TABLE, Disguise.PHONETIC));
  }

  @Test
  void the_command_prints_the_same_for_the_same_seed() {
    final String first = run("--per", "2", "--seed", "5");

    assertThat(first).isEqualTo(run("--per", "2", "--seed", "5"));
    assertThat(first).isNotEqualTo(run("--per", "2", "--seed", "6"));
    assertThat(first).contains("each disguise", "worst pairs", "fullwidth");
  }

  @Test
  void json_has_a_line_for_each_plan() {
    assertThat(run("--per", "1", "--json").lines())
        .hasSize(Campaign.plans().size())
        .allMatch(line -> line.startsWith("{\"disguises\":["));
  }

  @Test
  void odd_characters_are_shown_as_what_they_are() {
    assertThat(Report.visible("a\u200bb\nc")).isEqualTo("a\\u{200b}b\\nc");
  }

  private static String run(final String... arguments) {
    final StringWriter out = new StringWriter();
    final int code =
        new CommandLine(new RedteamCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(arguments);
    assertThat(code).isZero();
    return out.toString();
  }
}
