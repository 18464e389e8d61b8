package io.gatehouse.testkit;

import io.gatehouse.base.OrganizationId;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Keys for tests that call the API. */
@Singleton
public final class Keys {

  private static final String ADD =
      "insert into access_key (id, organization_id, name, hash, roles, created_at)"
          + " values (?, ?, ?, ?, ?, now())";

  private final DataSource database;

  public Keys(final DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** Adds a key of {@code default} named after its first role; give it as bearer token. */
  public String with(final String... roles) {
    return of(OrganizationId.DEFAULT, roles);
  }

  public String of(final OrganizationId organization, final String... roles) {
    final UUID id = UUID.randomUUID();
    final String key = "gh_test-" + id;
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setObject(1, id);
      add.setString(2, organization.value());
      add.setString(3, "test " + roles[0]);
      add.setBytes(
          4, MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
      add.setArray(5, connection.createArrayOf("text", roles));
      add.executeUpdate();
      return key;
    } catch (final SQLException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
