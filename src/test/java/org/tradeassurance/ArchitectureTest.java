package org.tradeassurance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModules;
import org.tradeassurance.order.Effect;

/** Packages are capabilities with arrows one way; few classes know the engine; time comes from the clock. */
@AnalyzeClasses(packagesOf = TradeAssuranceApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesFormNoCycle =
            slices().matching("org.tradeassurance.(*)..").should().beFreeOfCycles();

    /** The rooms of {@code process}: the engine's own at the bottom, what faces orders above it, the place that puts all together on top. */
    @ArchTest
    static final ArchRule roomsOfTheEngineHaveArrowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("engine")
            .definedBy("org.tradeassurance.process.engine")
            .layer("process")
            .definedBy("org.tradeassurance.process")
            .layer("rooms")
            .definedBy(
                    "org.tradeassurance.process.desk",
                    "org.tradeassurance.process.explanation",
                    "org.tradeassurance.process.jobs",
                    "org.tradeassurance.process.repair")
            .layer("settings")
            .definedBy("org.tradeassurance.process.settings")
            .whereLayer("settings")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rooms")
            .mayOnlyBeAccessedByLayers("settings")
            .whereLayer("process")
            .mayOnlyBeAccessedByLayers("rooms", "settings");

    @ArchTest
    static final ArchRule onlyWhatFacesTheEngineKnowsIt = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..tasklist..", "..sandbox..")
            .and()
            .areNotAssignableTo(JavaDelegate.class)
            .and()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .areNotAssignableTo(TradeAssuranceApplication.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    /** References to methods as well as calls: {@code Instant::now} is no call. */
    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "asks the system for the time",
                    access -> access.getTarget()
                            .getFullName()
                            .matches("java\\.time\\.\\w+\\.now\\(\\)|java\\.lang\\.System\\.currentTimeMillis\\(\\)")));

    @ArchTest
    static final ArchRule theOrderKnowsNoCapability = noClasses()
            .that()
            .resideInAnyPackage("org.tradeassurance.order..", "org.tradeassurance.money..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tradeassurance.process..",
                    "org.tradeassurance.quota..",
                    "org.tradeassurance.payment..",
                    "org.tradeassurance.export..",
                    "org.tradeassurance.web..",
                    "org.tradeassurance.tasklist..",
                    "org.tradeassurance.sandbox..");

    @Test
    void eachEffectHasAListenerThatTakesIt() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.tradeassurance");
        Set<String> listeners = code.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventListener.class)
                        && !method.getRawParameterTypes().isEmpty())
                .map(method -> method.getRawParameterTypes().get(0).getName())
                .collect(Collectors.toSet());
        assertThat(code.stream()
                        .filter(type -> type.isAssignableTo(Effect.class) && !type.isInterface())
                        .map(JavaClass::getName))
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(listeners).contains(effect));
    }

    @Test
    void modulesKeepTheirInternalsToThemselves() {
        ApplicationModules.of(TradeAssuranceApplication.class).verify();
    }
}
