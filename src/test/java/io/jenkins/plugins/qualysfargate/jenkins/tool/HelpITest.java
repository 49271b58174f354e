package io.jenkins.plugins.qualysfargate.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.config.StoredQualysCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;

@WithJenkins
class HelpITest {
    private static final Pattern FIELD = Pattern.compile("field=\"([A-Za-z0-9]+)\"");

    @Test
    void shouldBeThereForEveryFieldOfEveryForm(JenkinsRule jenkins) throws Exception {
        FormMethods reader = FormMethods.as(jenkins, "");
        List<String> without = new ArrayList<>();
        int fields = 0;
        for (String part : List.of("config.", "tool.")) {
            for (Descriptor<?> descriptor :
                    FormMethods.descriptors("io.jenkins.plugins.qualysfargate.jenkins." + part)) {
                for (String field : fields(descriptor.clazz)) {
                    fields++;
                    String url = "descriptor/" + descriptor.getId() + "/help/" + field;
                    if (reader.get(url).getStatusCode() != 200) {
                        without.add(url);
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(fields).isGreaterThan(30);
    }

    private static List<String> fields(Class<?> type) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Class<?> each : StoredQualysCredentials.class.isAssignableFrom(type)
                ? List.of(type, StoredQualysCredentials.class)
                : List.of(type)) {
            Path directory = Path.of("src/main/resources", each.getName().split("\\."));
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path jelly :
                        files.filter(file -> file.toString().endsWith(".jelly")).toList()) {
                    FIELD.matcher(Files.readString(jelly))
                            .results()
                            .map(field -> field.group(1))
                            .forEach(fields::add);
                }
            }
        }
        return fields;
    }

    @Test
    void shouldSpeakGermanToWhoDoes(JenkinsRule jenkins) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        browser.addRequestHeader("Accept-Language", "de");
        LocaleProvider before = LocaleProvider.getProvider();
        LocaleProvider.setProvider(german());
        try {
            HtmlPage page = browser.goTo("manage/configure");
            String help = browser.goTo("descriptor/" + QualysConfiguration.class.getName() + "/help/floorPolicy")
                    .getWebResponse()
                    .getContentAsString();

            assertThat(page.asNormalizedText())
                    .contains(
                            "Zentrale Richtlinien",
                            "Mindestrichtlinie aller Scans",
                            "Verbindung testen",
                            "L\u00e4ngster Scan in Minuten");
            assertThat(help).contains("Jeder Scan dieses Jenkins wird auch an dieser Richtlinie gemessen");
        } finally {
            LocaleProvider.setProvider(before);
        }
    }

    /** What a Jenkins outside of tests takes from each request. */
    private static LocaleProvider german() {
        return new LocaleProvider() {
            @Override
            public Locale get() {
                return Locale.GERMAN;
            }
        };
    }
}
