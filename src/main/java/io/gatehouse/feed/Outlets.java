package io.gatehouse.feed;

import java.util.List;

/** Tells which outlets there are. Beans of this type are asked about every second. */
public interface Outlets {

  /**
   * Those in use now. One that is not named any more loses its place in the feed.
   *
   * @return quickly; at most a query
   */
  List<Outlet> open();
}
