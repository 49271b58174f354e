package io.jenkins.plugins.qualysfargate.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.util.VersionInfo;

/** There is one version of the AWS SDK: in the engine, in what is bundled, and in the API plugins of Jenkins. */
class AwsSdkTest {
    private static final Pattern VERSION = Pattern.compile("<aws-sdk.version>([^<]+)</aws-sdk.version>");

    private static String version(String file) throws Exception {
        Matcher version = VERSION.matcher(Files.readString(Path.of(file)));
        assertThat(version.find()).as("%s names a version", file).isTrue();
        return version.group(1);
    }

    @Test
    void shouldBeOneVersionEverywhere() throws Exception {
        String engine = version(
                Files.readString(Path.of("engine/pom.xml")).contains("<aws-sdk.version>")
                        ? "engine/pom.xml"
                        : "pom.xml");

        assertThat(version("plugin-pom.xml")).isEqualTo(engine);
        assertThat(VersionInfo.SDK_VERSION).as("the version of the API plugins").isEqualTo(engine);
    }
}
