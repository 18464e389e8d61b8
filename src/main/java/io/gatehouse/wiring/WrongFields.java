package io.gatehouse.wiring;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the names of the fields that were missing or wrong, as they are written in JSON. */
final class WrongFields {

  private WrongFields() {}

  static Map<String, String> of(final Throwable cause) {
    return switch (cause) {
      case ConstraintViolationException invalid -> violated(invalid);
      case ConversionErrorException wrong -> unreadable(wrong);
      case UnsatisfiedRouteException missing ->
          Map.of(name(missing.getArgument().getName()), "missing");
      default -> Map.of();
    };
  }

  /** Inside a body the JSON reader knows the place; else it is a parameter. */
  private static Map<String, String> unreadable(final ConversionErrorException wrong) {
    final boolean parameter = !(wrong.getCause() instanceof IOException);
    final String name =
        wrong.getCause() instanceof final SerdeException json
            ? json.getPath().stream()
                .filter(PropertyReferencePath.class::isInstance)
                .map(place -> name(place.getArgument().getName()))
                .collect(Collectors.joining("."))
            : parameter ? name(wrong.getArgument().getName()) : "";
    return name.isEmpty() ? Map.of() : Map.of(name, "wrong type");
  }

  private static Map<String, String> violated(final ConstraintViolationException invalid) {
    final Map<String, String> fields = new TreeMap<>();
    for (final ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
      fields.put(path(violation.getPropertyPath()), violation.getMessage());
    }
    return fields;
  }

  /** Leaves out the method, and the parameter too when something inside of it is meant. */
  private static String path(final Path path) {
    final List<String> outer = new ArrayList<>();
    final List<String> inner = new ArrayList<>();
    for (final Path.Node node : path) {
      if (node.getKind() == ElementKind.PROPERTY) {
        inner.add(name(String.valueOf(node.getName())));
      } else if (node.getKind() == ElementKind.PARAMETER) {
        outer.add(name(String.valueOf(node.getName())));
      }
    }
    return String.join(".", inner.isEmpty() ? outer : inner);
  }

  private static String name(final String javaName) {
    return NameUtils.underscoreSeparate(javaName, true);
  }
}
