package io.gatehouse.recognition;

import java.util.function.Consumer;

/** Looks for one kind of thing. Linear in the length of the text. */
@FunctionalInterface
public interface Recognizer {

  void find(Reading reading, Consumer<Candidate> found);
}
