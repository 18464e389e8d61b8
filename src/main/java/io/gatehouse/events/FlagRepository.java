package io.gatehouse.events;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Flags; written in one batch. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FlagRepository extends GenericRepository<FlagRow, Long> {

  void saveAll(List<FlagRow> flags);
}
