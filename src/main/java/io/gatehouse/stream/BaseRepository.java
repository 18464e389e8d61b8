package io.gatehouse.stream;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BaseRepository extends GenericRepository<BaseRepository.Row, String> {

  @Query("select stream, era, base from stream_base where stream = :stream and era = :era")
  Optional<Row> find(String stream, long era);

  @Query(
      """
      insert into stream_base (stream, era, base) values (:stream, :era, :base)
      on conflict (stream, era) do update set base = excluded.base
      """)
  int put(String stream, long era, long base);

  @MappedEntity("stream_base")
  record Row(@Id String stream, long era, long base) {}
}
