package io.gatehouse.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.conduct.Conduct.Heard;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.keywords.Rule;
import io.gatehouse.keywords.Rules;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.settings.ModerationSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConductTest {

  private static final Rules RULES =
      Rules.of(
          List.of(
              new Rule(Category.HARASSMENT, List.of("zorble"), Optional.empty(), 0.7),
              new Rule(Category.VIOLENCE, List.of("wuffle"), Optional.empty(), 0.2),
              new Rule(Category.HATE, List.of("glimfar"), Optional.empty(), 0.9)),
          false);
  private static final ModerationSettings ON =
      new ModerationSettings(true, Thresholds.STANDARD, Set.of(Channel.CHAT), RULES);

  private final Conduct alone = new Conduct(Keywords.standard(), List.of());
  private final Conduct read = new Conduct(Keywords.standard(), List.of(organization -> true));

  @Test
  void what_moderation_hides_waits_for_a_person() {
    final Heard heard = alone.hear(says("you glimfar"), ON);

    assertThat(ruling(heard)).isEqualTo(Ruling.BLOCK);
    assertThat(held(heard)).contains(Origin.MODERATION);
  }

  @Test
  void what_a_person_should_look_at_goes_on() {
    final Heard heard = alone.hear(says("you zorble"), ON);

    assertThat(ruling(heard)).isEqualTo(Ruling.QUARANTINE);
    assertThat(held(heard)).isEmpty();
  }

  @Test
  void a_clean_message_has_no_opinion_and_a_slight_one_has() {
    assertThat(alone.hear(says("see you at five"), ON).opinion()).isEmpty();
    assertThat(alone.hear(says("a wuffle at five"), ON).opinion())
        .map(Opinion::ruling)
        .contains(Ruling.ALLOW);
  }

  @Test
  void of_html_its_visible_words_are_read() {
    assertThat(alone.hear(says("<p>you glim<b>far</b></p>", Format.HTML), ON).opinion())
        .map(Opinion::ruling)
        .contains(Ruling.BLOCK);
    assertThat(alone.hear(says("<p class='glimfar'>hello</p>", Format.HTML), ON).opinion())
        .isEmpty();
  }

  @Test
  void staff_are_read_but_what_they_write_is_not_hidden() {
    final Heard heard = read.hear(by(Role.STAFF, "you glimfar", Handling.SCREEN, Map.of()), ON);

    assertThat(ruling(heard)).isEqualTo(Ruling.QUARANTINE);
    assertThat(held(heard)).isEmpty();
  }

  @Test
  void what_was_delivered_before_it_could_be_judged_can_only_be_looked_at() {
    final Heard heard = read.hear(by(Role.CLIENT, "glimfar", Handling.PASSED, Map.of()), ON);

    assertThat(ruling(heard)).isEqualTo(Ruling.QUARANTINE);
    assertThat(heard.incoming().handling()).isEqualTo(Handling.PASSED);
  }

  @Test
  void its_files_do_not_let_go_what_moderation_holds_but_a_suspension_stays_one() {
    assertThat(held(alone.hear(held("glimfar", "media"), ON))).contains(Origin.MODERATION);
    assertThat(held(alone.hear(held("glimfar", "suspended"), ON))).contains("suspended");
  }

  @Test
  void what_is_no_persons_words_is_not_judged() {
    final Incoming stop = by(Role.CLIENT, "glimfar", Handling.OPT_OUT, Map.of());

    assertThat(alone.hear(stop, ON)).isEqualTo(new Heard(stop, Optional.empty()));
  }

  @Test
  void a_channel_waits_for_a_model_only_where_one_reads() {
    assertThat(held(read.hear(says("see you at five"), ON))).contains(Origin.MODEL);
    assertThat(held(alone.hear(says("see you at five"), ON))).isEmpty();
    assertThat(held(read.hear(says("i want to die"), ON))).as("help does not wait").isEmpty();
    assertThat(held(read.hear(by(Role.STAFF, "hello", Handling.SCREEN, Map.of()), ON))).isEmpty();
  }

  @Test
  void s4_20_off_it_says_and_holds_nothing() {
    final var off = new ModerationSettings(false, Thresholds.STANDARD, Set.of(Channel.CHAT), RULES);
    final Incoming said = says("you glimfar");

    assertThat(read.hear(said, off)).isEqualTo(new Heard(said, Optional.empty()));
  }

  private static Ruling ruling(final Heard heard) {
    return heard.opinion().orElseThrow().ruling();
  }

  private static Optional<String> held(final Heard heard) {
    return Optional.ofNullable(heard.incoming().origin().envelope().get(Origin.HELD))
        .filter(reason -> heard.incoming().handling() == Handling.HOLD);
  }

  private static Incoming held(final String text, final String why) {
    return by(Role.CLIENT, text, Handling.HOLD, Map.of(Origin.HELD, why));
  }

  private static Incoming says(final String text) {
    return says(text, Format.PLAIN);
  }

  private static Incoming says(final String text, final Format format) {
    return new Incoming(
        origin(Role.CLIENT, Map.of()),
        null,
        new Content(text, format),
        Known.NOTHING,
        new NaturalKey("test", "m1", null),
        Handling.SCREEN);
  }

  private static Incoming by(
      final Role role,
      final String text,
      final Handling handling,
      final Map<String, String> envelope) {
    return new Incoming(
        origin(role, envelope),
        null,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("test", "m1", null),
        handling);
  }

  private static Origin origin(final Role role, final Map<String, String> envelope) {
    return new Origin(
        OrganizationId.DEFAULT,
        Channel.CHAT,
        Direction.INBOUND,
        new Sender(role, null, "u-1"),
        envelope);
  }
}
