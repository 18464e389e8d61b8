package io.gatehouse.testkit;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables as a test sees them: empty at its start, but for the organization {@code default}. */
@Singleton
public final class Tables {

  /** Truncating is slow, so only tables that hold something are; identities count from 1 again. */
  private static final String CLEAR =
      """
      do $$
      declare
        name text;
        filled boolean;
      begin
        set local lock_timeout = '10s';
        for name in select quote_ident(tablename) from pg_tables
            where schemaname = current_schema()
              and tablename not in ('flyway_schema_history', 'organization') loop
          execute format('select exists (select 1 from %s)', name) into filled;
          if filled then
            execute format('truncate %s restart identity cascade', name);
          end if;
        end loop;
        delete from organization where id <> 'default';
        insert into organization (id, name) values ('default', 'Default')
            on conflict (id) do update set name = excluded.name, standing = default,
                standing_version = default, suspended_until = default, flagged_meanwhile = default;
      end $$
      """;

  private final DataSource database;

  public Tables(final DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** How many rows a table or view holds. */
  public long count(final String table) {
    return Long.parseLong(strings("select count(*) from " + table).getFirst());
  }

  /** The first column of every row of a query, as text. */
  public List<String> strings(final String query) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      final var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Runs one statement, for a state that no code of ours makes. */
  public void run(final String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public void clear() {
    execute(CLEAR);
  }

  /** For what no part of the product does: other organizations' rows, forbidden changes. */
  public void execute(final String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The first column of the first row as text, "null" when it is null. */
  public String one(final String query) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
