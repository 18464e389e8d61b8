package io.gatehouse.lexicon;

import java.util.List;

/** Classes of words that depend on the message: names on the lists, shapes such as a handle. */
@FunctionalInterface
public interface Slots {

  Slots NONE = index -> List.of();

  /** The classes a single token belongs to. */
  List<String> at(int index);
}
