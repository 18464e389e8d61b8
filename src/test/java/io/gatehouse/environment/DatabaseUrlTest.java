package io.gatehouse.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql://u:p@h:5433/db, jdbc:postgresql://h:5433/db, u, p",
        "postgres://u:p@h/db, jdbc:postgresql://h/db, u, p",
        "jdbc:postgresql://h/db?user=u&password=p, jdbc:postgresql://h/db, u, p",
        "postgresql://u:p%40%2Fss+@h/db, jdbc:postgresql://h/db, u, p@/ss+",
        "postgresql://u@h/db?sslmode=require, jdbc:postgresql://h/db?sslmode=require, u, -",
        "postgresql://h/db?connect_timeout=3, jdbc:postgresql://h/db?connectTimeout=3, postgres, -",
        "postgresql://u:p@[::1]:5432/db, jdbc:postgresql://[::1]:5432/db, u, p",
      })
  void credentials_are_taken_out_of_the_address(
      final String written, final String jdbc, final String user, final String password) {
    assertThat(UrlParts.parse(written))
        .isEqualTo(new DatabaseUrl(jdbc, user, Optional.ofNullable(password).map(Secret::new)));
  }
}
