package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * An SMS somebody composed in ERPNext. Its SMS Settings let the owner name both parameters, so the
 * usual names are all taken.
 *
 * @param receivers as written, at least one
 * @param byStaff whether the marketplace's own staff writes, not one of the two sides
 */
record ComposedSms(String message, List<String> receivers, boolean byStaff) {

  private static final List<String> MESSAGE = List.of("message", "msg", "text", "body");
  private static final List<String> RECEIVER =
      List.of("receiver", "to", "mobile", "phone", "receiver_list");
  private static final List<String> FROM = List.of("from");
  private static final int MOST_RECEIVERS = 50;

  /**
   * @throws Problem 400 naming what is missing
   */
  static ComposedSms read(final Parameters parameters) {
    final List<String> message = parameters.any(MESSAGE);
    if (message.size() != 1) {
      throw Problem.badRequest("parameter", "One parameter must hold the text: " + MESSAGE + ".");
    }
    return new ComposedSms(message.getFirst(), receivers(parameters), byStaff(parameters));
  }

  private static List<String> receivers(final Parameters parameters) {
    final List<String> receivers =
        parameters.any(RECEIVER).stream()
            .flatMap(value -> Arrays.stream(value.split("[,;\n]", -1)))
            .map(String::strip)
            .filter(receiver -> !receiver.isEmpty())
            .distinct()
            .toList();
    if (receivers.isEmpty() || receivers.size() > MOST_RECEIVERS) {
      throw Problem.badRequest(
          "parameter",
          "One parameter must hold the receiver's number, or up to "
              + MOST_RECEIVERS
              + ": "
              + RECEIVER
              + ".");
    }
    return receivers;
  }

  private static boolean byStaff(final Parameters parameters) {
    final List<String> from = parameters.any(FROM);
    if (from.isEmpty() || from.equals(List.of("other_side"))) {
      return false;
    }
    if (from.equals(List.of("staff"))) {
      return true;
    }
    throw Problem.badRequest("parameter", "from is other_side or staff.");
  }
}
