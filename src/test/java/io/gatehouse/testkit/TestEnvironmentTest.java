package io.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Environment;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;

@GatehouseTest
@Property(name = "env.ERPNEXT_WEBHOOK_SECRET", value = "given")
class TestEnvironmentTest {

  private final Environment environment;

  TestEnvironmentTest(final Environment environment) {
    this.environment = environment;
  }

  @Test
  void a_property_sets_a_variable_and_the_rest_is_sandbox() {
    assertThat(environment.secrets().erpnextWebhook().reveal()).isEqualTo("given");
    assertThat(environment.twilio()).isEmpty();
  }
}
