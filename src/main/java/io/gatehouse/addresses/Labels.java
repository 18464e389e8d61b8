package io.gatehouse.addresses;

import io.gatehouse.addresses.Address.Link;
import io.gatehouse.addresses.Address.Name;

/** The labels of a dotted name, as they are read one after the other. */
final class Labels {

  private final StringBuilder all;
  String last;
  private int dots;
  private boolean odd;
  private boolean spoken;

  Labels(final String first) {
    all = new StringBuilder(first);
    last = first;
  }

  void add(final Link link, final char sign, final String label, final boolean word) {
    last = label;
    all.append(link == Link.SIGN ? (sign == '+' ? '+' : '-') : '.').append(label);
    dots += link == Link.SIGN ? 0 : 1;
    odd |= link == Link.ODD_DOT;
    spoken |= word;
  }

  Name name(final int from, final int to) {
    return new Name(from, to, all + "", last, dots, odd, spoken);
  }
}
