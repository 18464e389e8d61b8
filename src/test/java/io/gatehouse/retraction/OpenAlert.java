package io.gatehouse.retraction;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.site.AlertPlace;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert that is open when the test says so. */
@Singleton
@Primary
@Requires(property = OpenAlert.ASKED_FOR)
final class OpenAlert implements AlertPlace {

  static final String ASKED_FOR = "test.open-alert";

  private volatile Optional<String> issue = Optional.empty();

  void is(final @Nullable String name) {
    issue = Optional.ofNullable(name);
  }

  @Override
  public Optional<String> openFor(
      final OrganizationId organization, final @Nullable UUID conversation) {
    return issue;
  }
}
