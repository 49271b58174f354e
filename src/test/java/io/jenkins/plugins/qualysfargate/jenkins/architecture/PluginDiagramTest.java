package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The diagram of the plugin's packages is the truth about its classes. */
class PluginDiagramTest {
    private static final Path DIAGRAM = Path.of("docs/developer/plugin-packages.puml");

    private final JavaClasses plugin = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(JenkinsRulesTest.ROOT);

    @Test
    void shouldImportOnlyWhatTheDiagramAllows() {
        adhereTo(DIAGRAM).check(plugin);
    }

    @Test
    void shouldHaveNoCircles() {
        slices().matching(JenkinsRulesTest.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package: give the lower one a value or a port")
                .check(plugin);
    }

    @Test
    void shouldNeedEveryArrow(@TempDir Path directory) throws IOException {
        List<String> lines = Files.readAllLines(DIAGRAM);
        List<String> arrows =
                lines.stream().filter(line -> line.contains("-->")).toList();

        assertThat(arrows).isNotEmpty().allSatisfy(arrow -> assertThat(adhereTo(without(arrow, lines, directory))
                        .evaluate(plugin)
                        .hasViolation())
                .as("an import needs %s, else it goes out of %s", arrow, DIAGRAM)
                .isTrue());
    }

    private static Path without(String arrow, List<String> lines, Path directory) throws IOException {
        List<String> rest = lines.stream().filter(line -> !line.equals(arrow)).toList();
        return Files.write(Files.createTempFile(directory, "less", ".puml"), rest);
    }

    private static ArchRule adhereTo(Path diagram) {
        return classes()
                .should(adhereToPlantUmlDiagram(
                        diagram, consideringOnlyDependenciesInAnyPackage(JenkinsRulesTest.ROOT + "..")))
                .because(DIAGRAM + " allows only the drawn arrows: move the class to where it may know this, or hand it"
                        + " the value; draw a new arrow only if it points downwards and the picture gets no worse");
    }
}
