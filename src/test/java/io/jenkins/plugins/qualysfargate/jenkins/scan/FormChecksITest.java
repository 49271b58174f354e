package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.FormValidation.Kind;
import hudson.util.ListBoxModel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the form says of texts, and to whom. */
@WithJenkins
class FormChecksITest {
    private static final String NONSENSE = "<b>nonsense</b>, ../x";
    private static final String FIELDS = """
            image           | registry.example/a:1           | OK
            image           | UPPER case                     | ERROR
            image           | registry.example/a:${TAG}      | OK
            imagesFile      | build/images.txt               | OK
            imagesFile      | ../other/images.txt            | ERROR
            imagesFile      | /etc/passwd                    | ERROR
            policyFile      | a..b/policy.yaml               | OK
            policyFile      | a/../../policy.yaml            | ERROR
            platforms       | linux/amd64, linux/arm64       | OK
            platforms       | amd64                          | ERROR
            scanTypes       | pkg,secret                     | OK
            scanTypes       | pkg,everything                 | ERROR
            scanTypes       |                                | ERROR
            archive         | html,sarif                     | OK
            archive         |                                | OK
            archive         | pdf                            | ERROR
            baseline        | branch:main                    | OK
            baseline        | previous                       | OK
            baseline        | branch:                        | ERROR
            baseline        | yesterday                      | ERROR
            policyTags      | a,b                            | OK
            policyTags      | -a                             | ERROR
            timeoutMinutes  | 5                              | OK
            timeoutMinutes  | 0                              | ERROR
            timeoutMinutes  | soon                           | ERROR
            cacheMaxAgeDays | 30                             | OK
            cacheMaxAgeDays | -1                             | ERROR
            pod             | EU1                            | OK
            pod             | https://attacker.example       | ERROR
            exceptions      | - id: a                        | ERROR
            policy          | version: 1                     | OK
            policy          | version: 2                     | ERROR
            critical        | 0                              | OK
            critical        |                                | OK
            high            | -1                             | ERROR
            medium          | 1.5                            | ERROR
            low             | 99999999999                    | ERROR
            informational   | many                           | ERROR
            total           | x                              | ERROR
            """;

    private JenkinsRule jenkins;
    private FreeStyleProject job;
    private ScanParameters.DescriptorImpl form;
    private Thresholds.DescriptorImpl limits;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject();
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "editor")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("editor")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        form = rule.jenkins.getDescriptorByType(ScanParameters.DescriptorImpl.class);
        limits = rule.jenkins.getDescriptorByType(Thresholds.DescriptorImpl.class);
    }

    @Test
    void shouldTellWhatIsWrong() throws Exception {
        SoftAssertions all = new SoftAssertions();
        try (ACLContext as = ACL.as2(User.getById("editor", true).impersonate2())) {
            for (String row : FIELDS.lines().toList()) {
                String[] parts = row.split("\\|", -1);
                Kind expected = Kind.valueOf(parts[2].strip());
                all.assertThat(check(parts[0].strip(), parts[1].strip()).kind)
                        .as(row)
                        .isEqualTo(expected);
            }
        }
        all.assertAll();
    }

    @Test
    void shouldTellAllProblemsOfAPolicyEscaped() throws Exception {
        String policy = "version: 1\nlimits: {<i>hihg</i>: 0}\nfixableOnly: maybe\n";
        try (ACLContext as = ACL.as2(User.getById("editor", true).impersonate2())) {
            FormValidation tried = form.doTryPolicy(job, policy, "", "");

            assertThat(tried.kind).isEqualTo(Kind.ERROR);
            assertThat(tried.renderHtml())
                    .contains("policy:2:", "policy:3:", "&lt;i&gt;")
                    .doesNotContain("<i>");
            assertThat(form.doTryPolicy(job, "version: 1\nname: mine", "", "").getMessage())
                    .contains("mine");
            assertThat(form.doTryPolicy(job, "version: 1", "ci/policy.yaml", "").kind)
                    .isEqualTo(Kind.ERROR);
            assertThat(form.doTryPolicy(job, "", "", "nowhere").kind).isEqualTo(Kind.ERROR);
            assertThat(form.doTryPolicy(job, "", "ci/policy.yaml", "").getMessage())
                    .contains("when the build runs");
        }
    }

    @Test
    void shouldWarnOfAScannerThatIsNotVerified() throws Exception {
        try (ACLContext as = ACL.as2(User.getById("editor", true).impersonate2())) {
            assertThat(form.doCheckScannerSha256(job, "", "/opt/qscanner").kind).isEqualTo(Kind.WARNING);
            assertThat(form.doCheckScannerSha256(job, "", "").kind).isEqualTo(Kind.OK);
            assertThat(form.doCheckScannerSha256(job, "ab".repeat(32), "/opt/qscanner").kind)
                    .isEqualTo(Kind.OK);
            assertThat(form.doCheckScannerSha256(job, "abc", "/opt/qscanner").kind)
                    .isEqualTo(Kind.ERROR);
            assertThat(form.doCheckScanner(job, "some", "/opt/qscanner").kind).isEqualTo(Kind.ERROR);
        }
    }

    @Test
    void shouldKeepWordsThatAreSetHoweverTheyAreWritten() {
        try (ACLContext as = ACL.as2(User.getById("editor", true).impersonate2())) {
            assertThat(form.doFillOnViolationItems(job, "UNSTABLE"))
                    .anyMatch(each -> each.selected && each.value.equals("unstable"));
            assertThat(form.doFillFailOnItems(job, "worst"))
                    .anyMatch(each -> each.selected && each.value.equals("worst"));
        }
    }

    /** Listing of what a job can see: SECURITY-2041 warnings-ng. */
    @Test
    void shouldTellNothingToWhoMayNotSeeTheConfiguration() throws Exception {
        try (ACLContext as = ACL.as2(User.getById("reader", true).impersonate2())) {
            assertSilent(job);
        }
        try (ACLContext as = ACL.as2(User.getById("editor", true).impersonate2())) {
            assertSilent(null);
        }
    }

    private void assertSilent(@CheckForNull Item item) throws Exception {
        List<Method> webMethods = new ArrayList<>();
        for (Descriptor<?> descriptor : List.of(form, limits)) {
            for (Method method : descriptor.getClass().getMethods()) {
                if (method.getName().matches("do(Check|Fill|Try).*")
                        && method.getDeclaringClass().getPackage().equals(ScanForm.class.getPackage())
                        && !method.isBridge()) {
                    webMethods.add(method);
                    assertSilent(descriptor, method, item);
                }
            }
        }
        assertThat(webMethods).hasSizeGreaterThan(30);
    }

    private static void assertSilent(Descriptor<?> descriptor, Method method, @CheckForNull Item item)
            throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Item.class ? item : NONSENSE)
                .toArray();
        Object answer = method.invoke(descriptor, arguments);
        if (answer instanceof FormValidation said) {
            assertThat(said.kind).as(method.getName()).isEqualTo(Kind.OK);
            assertThat(said.getMessage()).as(method.getName()).isNull();
        } else if (answer instanceof ListBoxModel choices) {
            assertThat(choices)
                    .as(method.getName())
                    .extracting(each -> each.value)
                    .containsExactly(NONSENSE);
        } else {
            assertThat((ComboBoxModel) answer).as(method.getName()).isEmpty();
        }
    }

    private FormValidation check(String field, String value) throws Exception {
        String method = "doCheck" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        for (Descriptor<?> descriptor : List.of(form, limits)) {
            for (Method candidate : descriptor.getClass().getMethods()) {
                if (candidate.getName().equals(method) && candidate.getParameterCount() == 2) {
                    return (FormValidation) candidate.invoke(descriptor, job, value);
                }
            }
        }
        throw new AssertionError("there is no " + method);
    }
}
