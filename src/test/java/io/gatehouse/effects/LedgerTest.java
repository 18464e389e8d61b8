package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Reference;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LedgerTest extends EffectsTest {

  @Test
  void what_is_added_in_a_transaction_is_done_once_after_it() {
    add(effect("a"), effect("b"));
    assertThat(carriedOut()).isEmpty();

    effects.runDue();
    effects.runDue();

    assertThat(carriedOut()).containsExactly("a", "b");
    assertThat(handler.carriedOut).extracting(Effect::attempt).containsOnly(1);
    assertThat(handler.settled).hasSize(2);
    assertThat(undone.told).isEmpty();
    assertSettled("done", "done");
  }

  @Test
  void a_rollback_leaves_neither_effect_nor_place_in_the_queue() {
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    transaction -> {
                      ledger.add(List.of(effect("a")));
                      throw new IllegalStateException("rolled back");
                    }))
        .isInstanceOf(IllegalStateException.class);

    effects.runDue();

    assertThat(carriedOut()).isEmpty();
    assertSettled();
  }

  @Test
  void adding_without_a_transaction_is_refused() {
    assertThatThrownBy(() -> ledger.add(List.of(effect("a"))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void adding_nothing_writes_nothing() {
    add();
    assertSettled();
  }

  @Test
  void the_reference_of_the_database_is_that_of_the_program() {
    add(effect("a"));
    effects.runDue();
    assertThat(handler.carriedOut.getFirst().reference()).isEqualTo(Reference.of(1));
    final long block = 1L << 25;
    LongStream.of(0, 1, 2, 999, block - 1, block, block + 1, 33 * block - 1, 33 * block, 1L << 36)
        .forEach(
            n ->
                assertThat(column("select effect_reference(" + n + ")"))
                    .containsExactly(Reference.of(n).value()));
  }
}
