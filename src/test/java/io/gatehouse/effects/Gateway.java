package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own, but for the JVM: beans, pool, lanes and scheduler, on the machine's clock.
 */
final class Gateway implements AutoCloseable {

  static final String KIND = "test.gateway";

  private final ApplicationContext beans;
  private final EffectLedger ledger;
  private final TransactionOperations<Connection> transactions;

  Gateway(final EffectHandler handler, final Map<String, Object> settings) {
    final Map<String, Object> properties = new HashMap<>(settings);
    properties.put("test.clock", "machine");
    this.beans =
        ApplicationContext.builder("test").properties(properties).singletons(handler).start();
    this.ledger = beans.getBean(EffectLedger.class);
    this.transactions = beans.getBean(Argument.of(TransactionOperations.class, Connection.class));
  }

  static NewEffect effect(final Lane lane, @Nullable final UUID conversation, final String name) {
    return new NewEffect(
        OrganizationId.DEFAULT, lane, KIND, conversation, null, Map.of("name", name));
  }

  Gateway start() {
    beans.getBean(Workers.class).start();
    return this;
  }

  void wake() {
    beans.getBean(Workers.class).wake();
  }

  Tables tables() {
    return beans.getBean(Tables.class);
  }

  void add(final List<NewEffect> effects) {
    add(effects, () -> {});
  }

  /** Adds and does something else before the commit. */
  void add(final List<NewEffect> effects, final Runnable beforeCommit) {
    transactions.executeWrite(
        transaction -> {
          ledger.add(effects);
          beforeCommit.run();
          return effects;
        });
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    beans.close();
  }
}
