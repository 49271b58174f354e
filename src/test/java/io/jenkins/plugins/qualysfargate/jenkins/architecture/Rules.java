package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every rule that a class holds as a constant, as a test of the plugin; none can be forgotten. */
final class Rules {
    private Rules() {}

    static Stream<DynamicTest> of(Class<?> holder) {
        JavaClasses plugin = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(JenkinsRulesTest.ROOT);
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(), () -> rule(field).check(plugin)));
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        return (ArchRule) field.get(null);
    }
}
