package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`abc`,`abc   `",
        "`abcdefgh`,`abcde…`",
        "`６０４`,`６０４`",
        "`６０４５`,`６０… `",
        "`🐕🐕🐕🐕`,`🐕🐕… `",
        "`a\u200bb`,`ab    `",
        "`a\nb\tc`,`a b c `",
        "`\u001b[31mred`,`[31mr…`",
      })
  void a_cell_is_as_wide_as_its_column_and_moves_no_cursor(final String text, final String cell) {
    assertThat(Cell.of(text, 6)).isEqualTo(cell);
  }
}
