package io.gatehouse.model;

import io.gatehouse.base.Environment.Model;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.model.ModelAnswer.Scored;
import io.gatehouse.model.ModelAnswer.Unsure;
import io.gatehouse.model.ModelGateway.Absent;
import io.gatehouse.model.ModelGateway.Listed;
import io.gatehouse.model.ModelGateway.Presence;
import io.gatehouse.model.ModelGateway.Unlisted;

/**
 * Asks about one piece of text, unless the server failed too often. What a text may have talked the
 * model into is no failure of the server: else whoever writes could switch moderation off for all.
 */
final class Asker {

  private final Model model;
  private final Questions questions;
  private final Completions completions;
  private final Breaker breaker;

  Asker(
      final Model model,
      final Questions questions,
      final Completions completions,
      final Breaker breaker) {
    this.model = model;
    this.questions = questions;
    this.completions = completions;
    this.breaker = breaker;
  }

  String model() {
    return model.name();
  }

  Breaker.State breaker() {
    return breaker.state();
  }

  /** Whether the model is there; the breaker neither hears of it nor stops it. */
  Presence look() {
    return switch (completions.list()) {
      case Reply.None none -> new Absent(none.why());
      case Reply.Body body ->
          AnswerReader.lists(body.json(), model.name()) ? new Listed() : new Unlisted();
    };
  }

  Heard ask(final String piece) {
    return breaker
        .admit()
        .map(attempt -> ask(piece, attempt))
        .orElseGet(() -> new Heard(new Unsure(Doubt.RESTING), Tokens.NONE));
  }

  private Heard ask(final String piece, final Breaker.Attempt attempt) {
    final Question question = questions.about(piece, model.name());
    final Heard heard = heard(completions.ask(question.body()), question);
    if (fault(heard.answer())) {
      attempt.failed();
    } else {
      attempt.succeeded();
    }
    return heard;
  }

  /** Who was not waited for may be paid nevertheless. */
  private static Heard heard(final Reply reply, final Question question) {
    return switch (reply) {
      case Reply.Body body -> AnswerReader.read(body.json(), question);
      case Reply.None none -> {
        final Heard nothing = Heard.nothing(none);
        yield none.why() == Doubt.TIMED_OUT || none.why() == Doubt.BROKEN
            ? new Heard(nothing.answer(), Tokens.guessed(question.body().length))
            : nothing;
      }
    };
  }

  private static boolean fault(final ModelAnswer answer) {
    return switch (answer) {
      case Scored scored -> false;
      case Unsure unsure -> unsure.why().ofServer();
    };
  }
}
