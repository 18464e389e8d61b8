package io.gatehouse.memory;

import java.util.List;

/** Something put together from several messages: a trace in each. */
public record Joined(List<Trace> traces) {

  public Joined {
    traces = List.copyOf(traces);
  }
}
