package io.gatehouse.presend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Problem;
import io.gatehouse.explanation.Explanation;
import io.gatehouse.explanation.Readable;
import io.gatehouse.json.Json;

/**
 * One line in, one line out; a line that cannot be read becomes a line that says why, and so does a
 * line that shows a fault of ours: the rest of a long file must not be lost to it.
 */
final class LineScan {

  private final Checker checker;
  private final HouseRules house;

  LineScan(final Checker checker, final HouseRules house) {
    this.checker = checker;
    this.house = house;
  }

  /**
   * @param json a line without its end
   * @param told the same in words, where an explanation was asked for, else empty
   */
  record Answer(String json, boolean good, String told) {}

  /** What is said of a bad line. */
  record Complaint(@JsonInclude(Include.ALWAYS) JsonNode id, long line, String error) {}

  Answer scan(final Line line) {
    return switch (line) {
      case Line.Whole whole -> scan(whole);
      case Line.TooLong tooLong ->
          complaint(
              Json.NOTHING,
              tooLong.number(),
              "A line may have at most " + tooLong.cap() + " bytes.");
    };
  }

  private Answer scan(final Line.Whole line) {
    JsonNode id = Json.NOTHING;
    try {
      final JsonNode object = Json.object(line.bytes());
      id = CheckReader.idOf(object);
      final CheckAnswer answer = checker.check(CheckReader.read(object), house);
      return new Answer(Json.write(answer), true, told(answer, line.number()));
    } catch (final Problem refused) {
      return complaint(id, line.number(), refused.detail());
    } catch (final RuntimeException bug) {
      return complaint(
          id, line.number(), "This line could not be scanned: " + bug.getClass().getSimpleName());
    }
  }

  private static String told(final CheckAnswer answer, final long line) {
    if (answer.explain() == null) {
      return "";
    }
    final StringBuilder told = new StringBuilder();
    for (final Explanation explanation : answer.explain()) {
      told.append(Readable.text("line " + line + ": " + answer.action(), explanation));
    }
    return told.toString();
  }

  private static Answer complaint(final JsonNode id, final long line, final String error) {
    return new Answer(Json.write(new Complaint(id, line, error)), false, "");
  }
}
