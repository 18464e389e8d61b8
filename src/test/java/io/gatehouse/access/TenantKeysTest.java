package io.gatehouse.access;

import static io.gatehouse.base.Caller.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import org.junit.jupiter.api.Test;

@GatehouseTest
class TenantKeysTest {

  private static final OrganizationId OTHER = new OrganizationId("other");

  private final Api api;
  private final Keys keys;
  private final Tables tables;

  TenantKeysTest(final Api api, final Keys keys, final Tables tables) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @Test
  void keys_of_another_organization_are_neither_seen_nor_revoked() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(OTHER, OWNER);
    keys.with(OWNER);
    final String id = tables.one("select id from access_key where organization_id = 'default'");
    assertThat(api.get("/api/keys", stranger).body()).doesNotContain(id);
    assertThat(api.delete("/api/keys/" + id, stranger).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/audit", stranger).body()).isEqualTo("{\"items\":[]}");
    assertThat(tables.one("select count(revoked_at) from access_key")).isEqualTo("0");
  }
}
