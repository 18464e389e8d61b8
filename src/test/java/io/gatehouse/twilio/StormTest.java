package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.carrier.FakeMessages.Kept;
import io.gatehouse.carrier.FakeMessages.Mood;
import io.gatehouse.carrier.FakeTwilio;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many messages over a Twilio of changing moods, with equal texts, callbacks and repeats. */
@NullUnmarked
class StormTest extends LiveSmsTest {

  private static final int PAIRS = 5;
  private static final int MESSAGES = 60;

  /** Few, so that many are equal. */
  private static final List<String> TEXTS =
      List.of("ok", "Yes please", "See you at noon", "The dog is fine", "Thank you so much");

  private static final Mood[] MOODS = Mood.values();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothing_is_lost_doubled_or_out_of_order(final long seed) {
    final var chance = new Random(seed);
    pairs();
    twilio.messages().moods(() -> MOODS[chance.nextInt(MOODS.length)]);
    final List<String> written = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      final int pair = chance.nextInt(PAIRS);
      final String text = TEXTS.get(chance.nextInt(TEXTS.size()));
      written.add(pair + " " + text);
      post("SMw" + i, pair, text);
      if (chance.nextInt(4) == 0) {
        post("SMw" + i, pair, text);
      }
      clock.advance(Duration.ofMillis(chance.nextInt(30_000)));
      effects.runDue();
      callback(chance);
    }
    pass(Duration.ofMinutes(60));
    // Pauses are left to chance, so a storm without end may outlast any hour.
    twilio.messages().moods(() -> Mood.TAKES);
    pass(Duration.ofMinutes(30));
    assertThat(tables.strings("select distinct state from effect")).containsExactly("done");
    for (int pair = 0; pair < PAIRS; pair++) {
      final String prefix = pair + " ";
      assertThat(arrived(pair))
          .isEqualTo(
              written.stream()
                  .filter(one -> one.startsWith(prefix))
                  .map(one -> one.substring(prefix.length()))
                  .toList());
    }
    assertThat(tables.one("select count(distinct sid) from sms_delivery"))
        .isEqualTo(Integer.toString(MESSAGES));
    assertThat(notices()).isEmpty();
  }

  private List<String> arrived(final int pair) {
    return twilio.messages().all().stream()
        .filter(one -> one.to().equals(sitter(pair)))
        .map(Kept::body)
        .toList();
  }

  /** About any message that Twilio has, with our id for it if it rode along. */
  private void callback(final Random chance) {
    final List<Kept> all = twilio.messages().all();
    if (!all.isEmpty()) {
      final Kept one = all.get(chance.nextInt(all.size()));
      status("", one.sid(), chance.nextBoolean() ? "sent" : "delivered", "");
    }
  }

  private void pairs() {
    for (int pair = 0; pair < PAIRS; pair++) {
      conversations.register(
          OrganizationId.DEFAULT,
          Channel.SMS,
          "pair-" + pair,
          new Registration(
              new Person("C" + pair, null, "+1604555020" + pair, null),
              new Person("S" + pair, null, sitter(pair), null),
              List.of(),
              Known.NOTHING,
              "+1604555040" + pair % 2));
    }
  }

  private static String sitter(final int pair) {
    return "+1604555030" + pair;
  }

  private void post(final String sid, final int pair, final String text) {
    assertAccepted(
        webhook.post(
            Webhook.PATH,
            Webhook.parameters(sid, "+1604555020" + pair, "+1604555040" + pair % 2, text),
            FakeTwilio.TOKEN));
  }
}
