package io.gatehouse.disguise;

import io.gatehouse.addresses.Addresses;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.numbers.Phones;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;

/** What reads from its end, where somebody says so: "4310 555 602, backwards". */
public final class Turned implements Recognizer {

  private static final List<Recognizer> LOOKING = List.of(new Phones(), new Addresses());

  private static final int AROUND = 7;

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    if (!told(reading)) {
      return;
    }
    final Canonical back = reading.text().reversed();
    final Reading turned = Reading.of(back, reading.context());
    for (final Recognizer recognizer : LOOKING) {
      recognizer.find(
          turned,
          candidate -> {
            final Candidate forth = turn(candidate, back.length());
            if (!labelled(reading, forth)) {
              found.accept(forth);
            }
          });
    }
  }

  private static boolean told(final Reading reading) {
    final int last = reading.words().size();
    for (int i = 0; i < last; i++) {
      final boolean weak = reading.says("reverse_weak", i, i + 1);
      if (reading.says("reverse_cue", i, i + 1)
          && (!weak || reading.says("read_word", i - AROUND, i))) {
        return true;
      }
    }
    return roundabout(reading, last);
  }

  /** "the other way round", "from the right". */
  private static boolean roundabout(final Reading reading, final int last) {
    for (int i = 0; i < last; i++) {
      if ((reading.says("turned_way", i, i + 1) && reading.says("turned_round", i + 1, i + 2))
          || (reading.says("turned_from", i, i + 1) && reading.says("turned_side", i, i + 3))) {
        return true;
      }
    }
    return false;
  }

  private static boolean labelled(final Reading reading, final Candidate forth) {
    final int first = reading.tokenAt(forth.from());
    return "phone_number".equals(forth.topic())
        && reading.says("phone_label", first - AROUND, first);
  }

  private static Candidate turn(final Candidate back, final int length) {
    return new Candidate(
        length - back.to(),
        length - back.from(),
        back.topic(),
        back.rule(),
        back.confidence(),
        back.value(),
        "reversed");
  }
}
