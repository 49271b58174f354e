package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PoliciesITest {

    private static NamedPolicy named(String name) {
        return new NamedPolicy(name, "version: 1\nname: " + name + "\n");
    }

    @Test
    void shouldAddUpTheFloorsFromTheOutsideInwards(JenkinsRule jenkins) throws Exception {
        Settings.policies(named("all"), named("outer"), named("inner")).setFloorPolicy("all");
        Folder outer = jenkins.jenkins.createProject(Folder.class, "outer");
        outer.addProperty(Settings.property("outer", ""));
        Folder between = outer.createProject(Folder.class, "between");
        between.addProperty(Settings.property("", "only-credentials"));
        Folder inner = between.createProject(Folder.class, "inner");
        inner.addProperty(Settings.property("inner", ""));

        assertThat(floors(inner.createProject(FreeStyleProject.class, "a"))).containsExactly("all", "outer", "inner");
        assertThat(floors(between.createProject(FreeStyleProject.class, "b"))).containsExactly("all", "outer");
        assertThat(floors(inner)).containsExactly("all", "outer", "inner");
        assertThat(floors(jenkins.createFreeStyleProject("c"))).containsExactly("all");
        QualysConfiguration.get().setFloorPolicy("");
        assertThat(floors(jenkins.createFreeStyleProject("d"))).isEmpty();
    }

    private static List<String> floors(Item item) throws ScanRefusedException {
        return Policies.current().floors(item).stream().map(Policy::name).toList();
    }

    @Test
    void shouldNeverTakeAMissingFloorForNoFloor(JenkinsRule jenkins) throws Exception {
        QualysConfiguration settings = Settings.policies(named("all"), named("outer"));
        settings.setFloorPolicy("all");
        Folder outer = jenkins.jenkins.createProject(Folder.class, "outer");
        outer.addProperty(Settings.property("outer", ""));
        FreeStyleProject job = outer.createProject(FreeStyleProject.class, "job");
        // Not saved, as after an edit of the file behind it.
        settings.setPolicies(List.of(new NamedPolicy("outer", "version: 1\nlimits: {hihg: 1}\n")));

        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> floors(job))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2))
                .withMessageContainingAll(
                        "Floor of Jenkins: There is no central policy named all",
                        "Floor of folder outer",
                        "outer:2:10",
                        "hihg");
    }

    @Test
    void shouldGiveCentralPoliciesByNameAndTheDefaultOne(JenkinsRule jenkins) throws Exception {
        QualysConfiguration settings = Settings.policies(named("production"));

        assertThat(Policies.current().central("production").name()).isEqualTo("production");
        assertThat(Policies.current().defaultPolicy()).isEmpty();
        settings.setDefaultPolicy("production");
        assertThat(Policies.current().defaultPolicy()).map(Policy::name).contains("production");
        settings.setDefaultPolicy("gone");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> Policies.current().defaultPolicy())
                .withMessageContaining("gone");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> Policies.current().central("Production"))
                .withMessageContaining("There are: production");
    }
}
