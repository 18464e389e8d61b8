package io.gatehouse.addresses;

import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;

/** Everything that is an address: of mail, of a site, of an account. */
public final class Addresses implements Recognizer {

  private static final List<Recognizer> KINDS =
      List.of(new Emails(), new Urls(), new Handles(), new Accounts());

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final Reading plain = Signs.plain(reading);
    for (final Recognizer kind : KINDS) {
      kind.find(plain, found);
    }
  }
}
