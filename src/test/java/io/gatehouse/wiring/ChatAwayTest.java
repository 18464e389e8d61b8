package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.chat.Chat;
import io.gatehouse.chat.Preview;
import io.gatehouse.chat.Recollection;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Chat is judged while the database is away (S3.15). */
class ChatAwayTest {

  private final Proxy way = new Proxy();

  @Test
  void a_number_split_before_and_after_the_database_went_is_found() throws IOException {
    try (ApplicationContext context =
        ApplicationContext.run(TestDatasource.properties(way.jdbc()), "test")) {
      context.getBean(Tables.class).clear();
      final Chat chat = context.getBean(Chat.class);
      chat.says("t1", "u1", "you can reach me, it starts with 604");
      way.cut();
      context.getBean(TestClock.class).advance(Duration.ofMinutes(1));

      final Recollection recollection = context.getBean(Recollection.class);
      assertThat(recollection.fromMemory(Chat.asked("t1", "u1", "555")).deliver()).isTrue();
      assertThat(recollection.fromMemory(Chat.asked("t1", "u1", "and then 0143")).deliver())
          .isFalse();
      assertThat(typed(context, Chat.LEAK)).isFalse();
      assertThat(typed(context, Chat.CLEAN)).isTrue();
      assertThatThrownBy(() -> chat.says("t1", "u1", Chat.CLEAN)).isNotNull();
    }
  }

  private static boolean typed(final ApplicationContext context, final String content) {
    return context.getBean(Preview.class).preview(Chat.asked("t1", "u1", content)).deliver();
  }
}
