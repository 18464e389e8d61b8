package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who brings a withheld message to its other side. */
@GatehouseTest
class ReleaseTest {

  private final Talk talk;
  private final EffectLedger effects;
  private final TransactionOperations<Connection> transactions;

  ReleaseTest(
      final Talk talk,
      final EffectLedger effects,
      final TransactionOperations<Connection> transactions) {
    this.talk = talk;
    this.effects = effects;
    this.transactions = transactions;
  }

  /** An edge that orders nothing. */
  private record Edge(boolean carries) implements EffectPlanner {

    @Override
    public List<NewEffect> plan(
        final MessageEvent event, final @Nullable Conversation conversation) {
      return List.of();
    }

    @Override
    public List<NewEffect> release(
        final MessageEvent event, final @Nullable Conversation conversation) {
      return List.of();
    }

    @Override
    public boolean carries(final MessageEvent event) {
      return carries;
    }
  }

  @Test
  void who_asked_delivers_what_is_released_without_an_effect_S3_1() {
    assertThatCode(() -> release(new Edge(false), new Edge(true))).doesNotThrowAnyException();
  }

  @Test
  void what_nobody_carries_cannot_be_released() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> release(new Edge(false)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("undeliverable"));
  }

  private void release(final EffectPlanner... planners) {
    final MessageEvent event = talk.says(null, Talk.LEAK);
    transactions.executeWrite(
        status -> {
          new Release(List.of(planners), effects).of(event, null);
          return event;
        });
  }
}
