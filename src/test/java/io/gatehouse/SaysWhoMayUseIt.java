package io.gatehouse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.security.annotation.Secured;

/** A route that says nothing is closed to all, which is safe, and a mistake. */
final class SaysWhoMayUseIt extends ArchCondition<JavaClass> {

  SaysWhoMayUseIt() {
    super("say who may use it, as a whole or on each route");
  }

  @Override
  public void check(final JavaClass item, final ConditionEvents events) {
    if (item.isAnnotatedWith(Secured.class)) {
      return;
    }
    for (final JavaMethod method : item.getMethods()) {
      if (method.isMetaAnnotatedWith(HttpMethodMapping.class)
          && !method.isAnnotatedWith(Secured.class)) {
        events.add(SimpleConditionEvent.violated(item, method.getDescription()));
      }
    }
  }
}
