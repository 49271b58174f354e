package io.jenkins.plugins.qualysfargate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wall between the engine and Jenkins: what is not there cannot be used by accident. */
class ClassPathTest {
    private static final List<String> BANNED = List.of("hudson/", "jenkins/", "org/jenkinsci/", "org/kohsuke/");

    @Test
    void shouldHoldNoClassOfJenkinsAtAll() throws IOException {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.endsWith(".jar"))
                .map(Path::of)
                .toList();
        assertThat(jars).as("libraries on the class path").hasSizeGreaterThan(10);
        for (Path each : jars) {
            try (JarFile jar = new JarFile(each.toFile())) {
                assertThat(jar.stream().map(entry -> entry.getName()).filter(ClassPathTest::isBanned))
                        .as("classes of Jenkins in %s: depend on a library that does not need Jenkins", each)
                        .isEmpty();
            }
        }
    }

    private static boolean isBanned(String entry) {
        return entry.endsWith(".class") && BANNED.stream().anyMatch(entry::startsWith);
    }
}
