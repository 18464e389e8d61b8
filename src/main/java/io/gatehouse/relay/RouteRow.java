package io.gatehouse.relay;

import io.gatehouse.base.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("relay_route")
record RouteRow(@Id UUID conversationId, String role) {

  Route toRoute() {
    return new Route(conversationId, Role.of(role).orElseThrow());
  }
}
