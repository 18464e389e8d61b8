package io.gatehouse.testkit;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.environment.EnvironmentReader;
import io.gatehouse.environment.Variable;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The environment of tests: everything in sandbox. A test sets a variable with a property such as
 * {@code @Property(name = "env.ERPNEXT_URL", value = "http://…")}. Each has a data directory of its
 * own, made when something is kept in it.
 */
@Factory
final class TestEnvironment {

  @Singleton
  Environment environment(final io.micronaut.context.env.Environment properties) {
    final Map<String, String> values = new TreeMap<>();
    values.put(
        "GATEHOUSE_DATA", Path.of("target", "data", UUID.randomUUID().toString()).toString());
    properties
        .getProperties("env", StringConvention.RAW)
        .forEach((name, value) -> values.put(name, value.toString()));
    return new EnvironmentReader(values).read(TestEnvironment::kept);
  }

  private static Secret kept(final Variable variable) {
    return new Secret(
        variable == Variable.GATEHOUSE_KEY
            ? Base64.getEncoder().encodeToString(new byte[32])
            : "test-" + variable);
  }
}
