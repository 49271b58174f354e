package io.jenkins.plugins.qualysfargate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The package diagram of the documentation is the truth about the classes. */
@AnalyzeClasses(packages = PackageDiagramTest.ROOT, importOptions = DoNotIncludeTests.class)
class PackageDiagramTest {
    static final String ROOT = "io.jenkins.plugins.qualysfargate";

    private static final Path DIAGRAM = Path.of("../docs/developer/packages.puml");
    private static final Path PAGE = Path.of("../docs/developer/architecture.md");

    @ArchTest
    static final ArchRule CLASSES_KNOW_ONLY_WHAT_THE_DIAGRAM_ALLOWS = classes()
            .should(adhereToPlantUmlDiagram(DIAGRAM, consideringOnlyDependenciesInAnyPackage(ROOT + "..")))
            .because(
                    "docs/developer/packages.puml allows only the drawn arrows: move the class to where it may know this,"
                            + " or hand it the value; draw a new arrow only if it points downwards and the picture gets no worse");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package: give the lower one a value or a port");

    @ArchTest
    static void everyPackageIsDrawn(JavaClasses classes) throws IOException {
        Set<String> there = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(Diagram.read(DIAGRAM).packages())
                .as("packages in %s, of those that hold classes", DIAGRAM)
                .containsAll(there);
    }

    @ArchTest
    static void everyArrowIsNeeded(JavaClasses classes) throws IOException {
        Set<String> used = classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(each -> Diagram.arrow(
                        each.getOriginClass().getPackageName(),
                        each.getTargetClass().getPackageName()))
                .collect(Collectors.toSet());
        Set<String> drawn = Diagram.read(DIAGRAM).arrows();
        assertThat(drawn).isNotEmpty();
        assertThat(drawn)
                .filteredOn(arrow -> !used.contains(arrow))
                .as("arrows in %s that no import needs: take them out", DIAGRAM)
                .isEmpty();
    }

    @ArchTest
    static void theDocumentationShowsThisDiagramAndNoOther(JavaClasses ignored) throws IOException {
        assertThat(Files.readString(PAGE)).contains("(packages.puml)").doesNotContain("@startuml");
    }
}
