package io.gatehouse.recognition;

import io.gatehouse.canonical.Canonical;
import java.util.List;
import java.util.function.Consumer;

/** What reads from its end, where somebody says so: "4310 555 602, backwards". */
public final class Turned implements Recognizer {

  private static final List<Recognizer> LOOKING = List.of(new Phones(), new Emails(), new Urls());

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    if (!reading.says("reverse_cue", 0, reading.words().size())) {
      return;
    }
    final Canonical back = reading.text().reversed();
    final Reading turned = Reading.of(back, reading.context());
    for (final Recognizer recognizer : LOOKING) {
      recognizer.find(turned, candidate -> found.accept(turn(candidate, back.length())));
    }
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
