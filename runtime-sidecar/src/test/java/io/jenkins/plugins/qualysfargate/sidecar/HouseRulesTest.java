package io.jenkins.plugins.qualysfargate.sidecar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jenkins.plugins.qualysfargate", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule JNA_ONLY_IN_ITS_RIM = noClasses()
            .that()
            .resideOutsideOfPackage("..sidecar.libc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("native code is a rim: put a method without JNA types into libc and call that");

    @ArchTest
    static final ArchRule KNOWS_NEITHER_ENGINE_NOR_JENKINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.jenkins.plugins.qualysfargate.engine..",
                    "io.jenkins.plugins.qualysfargate.cli..",
                    "io.jenkins.plugins.qualysfargate.jenkins..",
                    "hudson..",
                    "jenkins..",
                    "org.jenkinsci..",
                    "org.kohsuke..")
            .because("the sidecar shares only the contracts with the engine");

    @ArchTest
    static final ArchRule ROOT_IS_ON_TOP = noClasses()
            .that()
            .resideInAPackage("..sidecar.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jenkins.plugins.qualysfargate.sidecar")
            .because("the front door uses the parts, and no part uses the front door");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("io.jenkins.plugins.qualysfargate.sidecar.(*)..")
            .should()
            .beFreeOfCycles();
}
