package io.jenkins.plugins.qualysfargate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static io.jenkins.plugins.qualysfargate.architecture.PackageDiagramTest.ROOT;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the tests of module engine are written. */
@AnalyzeClasses(packages = ROOT, importOptions = OnlyIncludeTests.class)
class TestRulesTest {
    private static final DescribedPredicate<JavaCodeUnit> TESTS = describe(
            "are tests",
            unit -> unit.isAnnotatedWith(Test.class)
                    || unit.isAnnotatedWith(FuzzTest.class)
                    || unit.isMetaAnnotatedWith("org.junit.jupiter.api.TestTemplate")
                    || unit.isMetaAnnotatedWith("org.junit.jupiter.api.TestFactory"));

    private static final DescribedPredicate<JavaClass> TEST_CLASSES = describe(
            "are test classes",
            type -> !type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && type.getAllMethods().stream().anyMatch(TESTS));

    @ArchTest
    static final ArchRule TEST_CLASSES_ARE_PACKAGE_PRIVATE = classes()
            .that(TEST_CLASSES)
            .should()
            .notBePublic()
            .because(
                    "nobody calls a test: leave the modifier out (an abstract contract for other packages may be public)");

    @ArchTest
    static final ArchRule TEST_METHODS_ARE_PACKAGE_PRIVATE = noMethods()
            .that(describe("are tests", method -> TESTS.test(method)))
            .should()
            .bePublic()
            .because("nobody calls a test: leave the modifier out");

    @ArchTest
    static final ArchRule FAKES_AND_NO_MOCKS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.easymock..", "org.jmock..", "org.powermock..", "mockit..")
            .because(
                    "a mock repeats the code it tests: write a small Fake… that behaves or a Recording… that remembers");

    @ArchTest
    static final ArchRule NO_SLEEPING = noClasses()
            .that(TEST_CLASSES)
            .should()
            .callMethodWhere(describe(
                    "it sleeps",
                    call -> call.getName().equals("sleep")
                            && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                    || call.getTargetOwner().isEquivalentTo(TimeUnit.class))))
            .because("a sleeping test is slow and still fails some day: wait for what happens, or hand in a Clock");
}
