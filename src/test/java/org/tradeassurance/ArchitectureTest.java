package org.tradeassurance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Packages are capabilities with arrows one way; few classes know the engine; time comes from the clock. */
@AnalyzeClasses(packagesOf = TradeAssuranceApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesFormNoCycle =
            slices().matching("org.tradeassurance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWhatFacesTheEngineKnowsIt = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..tasklist..", "..sandbox..")
            .and()
            .haveSimpleNameNotEndingWith("Delegate")
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
    void modulesKeepTheirInternalsToThemselves() {
        ApplicationModules.of(TradeAssuranceApplication.class).verify();
    }
}
