package io.gatehouse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class that needs more than a few things does more than one. */
final class FewParameters extends ArchCondition<JavaClass> {

  private final int most;

  FewParameters(final int most) {
    super("have constructors with at most " + most + " parameters");
    this.most = most;
  }

  @Override
  public void check(final JavaClass item, final ConditionEvents events) {
    for (final JavaConstructor constructor : item.getConstructors()) {
      if (constructor.getRawParameterTypes().size() > most && !item.isEnum()) {
        events.add(SimpleConditionEvent.violated(item, constructor.getDescription()));
      }
    }
  }
}
