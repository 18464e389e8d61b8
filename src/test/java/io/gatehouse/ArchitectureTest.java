package io.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.gatehouse.ArchitectureTest.NotGenerated;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.annotation.Query;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

/** What the compiled code may depend on. */
@AnalyzeClasses(
    packages = "io.gatehouse",
    importOptions = {ImportOption.DoNotIncludeTests.class, NotGenerated.class})
class ArchitectureTest {

  private static final String[] PURE = {
    "io.gatehouse.canonical..",
    "io.gatehouse.asides..",
    "io.gatehouse.lexicon..",
    "io.gatehouse.intent..",
    "io.gatehouse.recognition..",
    "io.gatehouse.offers..",
    "io.gatehouse.numbers..",
    "io.gatehouse.addresses..",
    "io.gatehouse.disguise..",
    "io.gatehouse.memory..",
    "io.gatehouse.detection..",
    "io.gatehouse.spam..",
    "io.gatehouse.policy.."
  };

  @ArchTest
  static final ArchRule a_package_uses_only_packages_above_it =
      classes().should(new PackageOrder());

  @ArchTest
  static final ArchRule the_engine_is_plain_java =
      classes()
          .that(resideInAnyPackage(PURE))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.jsoup..",
              "com.google.i18n.phonenumbers..",
              "com.ibm.icu..",
              "io.gatehouse.base..",
              "io.gatehouse.canonical..",
              "io.gatehouse.asides..",
              "io.gatehouse.lexicon..",
              "io.gatehouse.intent..",
              "io.gatehouse.recognition..",
              "io.gatehouse.offers..",
              "io.gatehouse.numbers..",
              "io.gatehouse.addresses..",
              "io.gatehouse.disguise..",
              "io.gatehouse.memory..",
              "io.gatehouse.spam..",
              "io.gatehouse.detection..",
              "io.gatehouse.policy..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_engine_knows_no_clock_no_database_and_no_network =
      noClasses()
          .that(resideInAnyPackage(PURE))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, InstantSource.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net.http..", "java.util.concurrent..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule time_comes_from_the_injected_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule only_wiring_makes_a_clock =
      noClasses()
          .that(not(resideInAPackage("io.gatehouse.wiring")))
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .orShould()
          .beAnnotatedWith(Property.class);

  @ArchTest
  static final ArchRule only_repositories_speak_sql =
      noClasses()
          .that(not(simpleNameEndingWith("Repository")))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Statement.class, PreparedStatement.class, ResultSet.class, Query.class);

  @ArchTest
  static final ArchRule every_controller_says_who_may_use_it_and_leaves_the_event_loop =
      classes()
          .that()
          .areAnnotatedWith(Controller.class)
          .should(new SaysWhoMayUseIt())
          .andShould()
          .beAnnotatedWith(ExecuteOn.class);

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule constructors_take_six_things_at_most =
      classes().that().areNotRecords().should(new FewParameters(6));

  /** Leaves out what annotation processors write. */
  static final class NotGenerated implements ImportOption {
    @Override
    public boolean includes(final Location location) {
      return !location.contains("/$") && !location.contains("$Intercepted");
    }
  }
}
