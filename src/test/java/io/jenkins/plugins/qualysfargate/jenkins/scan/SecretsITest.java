package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.Fingerprint;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysTokenCredentials;
import io.jenkins.plugins.qualysfargate.jenkins.tool.AdministeredScans;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Where secrets must not be after a scan that was given all of them. In plain text: SECURITY-1039, 1539 anchore; 949, 1508,
 * 3542 aqua; 1380, 1507 microscanner; 1504 neuvector. Unmasked: 3499, 1835, 698 credentials-binding; 3075 thycotic.
 */
@WithJenkins
class SecretsITest {
    private static final String TOKEN = "token-0p+q/R5s=nobody-may-read";
    private static final String REGISTRY_PASSWORD = "registry p@ss&word-nobody-may-read";
    private static final String PROXY_PASSWORD = "proxy p@ss/word-nobody-may-read";
    /** What is left of each in every encoding that keeps letters. */
    private static final String TRACE = "nobody-may-read";

    @TempDir
    private Path directory;

    private final LogRecorder records = new LogRecorder();
    private JenkinsRule jenkins;
    private ScanRig rig;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        ExtensionList<ScanSettings> settings = ExtensionList.lookup(ScanSettings.class);
        settings.removeAll(List.copyOf(settings));
        settings.add(new AdministeredScans());
        rig.agent();
        keep(new QualysTokenCredentials(CredentialsScope.GLOBAL, "qualys", "", Secret.fromString(TOKEN), "US2"));
        keep(login(CredentialsScope.GLOBAL, "registry"));
        keep(login(CredentialsScope.SYSTEM, "of-system"));
        rule.jenkins.setProxy(new ProxyConfiguration("proxy.example", 3128, "proxy-user", PROXY_PASSWORD, "127.0.0.1"));
        records.record("io.jenkins.plugins.qualysfargate", Level.ALL).capture(100_000);
    }

    @AfterEach
    void stop() {
        records.close();
        rig.close();
    }

    @Test
    void shouldGiveSecretsToTheScannerAndLeaveThemNowhere() throws Exception {
        Path seen = directory.resolve("seen-by-the-scanner");
        String blurt = String.join(
                "\n",
                "dump " + seen,
                "print-token",
                "print-registry-password",
                "say over http://proxy-user:" + encoded(PROXY_PASSWORD) + "@proxy.example:3128/",
                "complain basic " + base64("registry-user:" + REGISTRY_PASSWORD),
                "complain token " + TOKEN);
        rig.when("clean", "sample", "clean");
        rig.when("clean", "do", blurt);
        rig.when("broken", "exit", "5");
        rig.when("broken", "do", blurt);

        WorkflowRun run = rig.build(
                Result.UNSTABLE,
                scan("clean", "registry") + "\n sh 'env; ls -laR .. | cat' \n" + scan("broken", "registry")
                        + "\n sh 'env'");

        assertThat(Files.readString(seen))
                .as("what only the scanner may see, without which this test would find nothing")
                .contains(TOKEN, REGISTRY_PASSWORD, encoded(PROXY_PASSWORD));
        jenkins.assertLogContains("using token ****", run);
        jenkins.assertLogContains("logging in with ****", run);
        Map<String, String> places = new TreeMap<>();
        files(jenkins.jenkins.getRootDir().toPath(), places);
        files(directory.resolve("agent"), places);
        pages(run, places);
        assertThat(places.values().stream().filter(text -> text.contains("team/clean:1")))
                .as("places where the image is named, which shows that they are read")
                .hasSizeGreaterThan(10);
        assertThat(places).containsKey(run.getUrl() + "api/json?depth=3");
        records.getRecords()
                .forEach(each -> places.put("log record " + places.size(), each.getMessage() + " " + each.getThrown()));
        for (String call : rig.calls("clean")) {
            places.put("command line", call);
        }
        assertThat(places.entrySet().stream()
                        .filter(place -> holdsSecret(place.getValue()))
                        .map(Map.Entry::getKey))
                .as("places that hold a secret")
                .isEmpty();
    }

    @Test
    void shouldUseOnlyLoginsThatTheJobMayUseAndKeepTrackOfThem() throws Exception {
        rig.when("clean", "sample", "clean");

        WorkflowRun refused = rig.build(Result.FAILURE, scan("clean", "of-system"));
        WorkflowRun taken = rig.build(Result.SUCCESS, scan("clean", "registry"));

        jenkins.assertLogContains("registryCredentialsId: there are no credentials 'of-system'", refused);
        assertThat(rig.calls("clean")).hasSize(1);
        assertThat(jobsThatUse("registry")).containsExactly(taken.getParent().getFullName());
        assertThat(jobsThatUse("of-system")).isEmpty();
    }

    private static List<String> jobsThatUse(String id) throws IOException {
        for (Credentials each : SystemCredentialsProvider.getInstance().getCredentials()) {
            if (each instanceof UsernamePasswordCredentialsImpl login
                    && login.getId().equals(id)) {
                Fingerprint uses = CredentialsProvider.getFingerprintOf(login);
                return uses == null ? List.of() : uses.getJobs();
            }
        }
        throw new AssertionError("there are no credentials " + id);
    }

    private String scan(String repository, String login) {
        return ScanRig.scan("image: '" + rig.registry.push("team/" + repository + ":1")
                + "', credentialsId: 'qualys', registryCredentialsId: '" + login
                + "', onIndeterminate: 'unstable', archive: 'html,json,sarif,junit,csv', cache: false");
    }

    private void pages(WorkflowRun run, Map<String, String> places) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        String job = run.getParent().getUrl();
        for (String page : new String[] {
            run.getUrl(),
            run.getUrl() + "consoleText",
            run.getUrl() + "console",
            run.getUrl() + "qualys-fargate/",
            run.getUrl() + "qualys-fargate/1/",
            run.getUrl() + "qualys-fargate/2/",
            run.getUrl() + "qualys-fargate/1/verdict",
            run.getUrl() + "qualys-fargate/2/verdict",
            run.getUrl() + "qualys-fargate/1/images/1/findings",
            run.getUrl() + "api/json?depth=3",
            run.getUrl() + "qualys-fargate/api/xml?depth=3",
            job,
            job + "configure",
            job + "config.xml",
            job + "qualys-fargate/",
            "manage/configure",
            "manage/credentials/store/system/domain/_/api/json?depth=3",
            "manage/credentials/store/system/domain/_/credential/qualys/update"
        }) {
            places.put(
                    page,
                    browser.getPage(new URL(jenkins.getURL(), page))
                            .getWebResponse()
                            .getContentAsString());
        }
    }

    /** Every file that is there, as if each byte were a character. */
    private static void files(Path root, Map<String, String> places) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean brought =
                        root.relativize(file).toString().matches("(?:plugins|war|remoting|caches)/.*|.*\\.jar");
                if (!brought) {
                    places.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private static boolean holdsSecret(String text) {
        List<String> forms = new ArrayList<>(List.of(TRACE));
        for (String secret : List.of(TOKEN, REGISTRY_PASSWORD, PROXY_PASSWORD)) {
            forms.add(base64(secret));
            forms.add(base64("registry-user:" + secret));
            forms.add(base64("proxy-user:" + secret));
        }
        return forms.stream().anyMatch(text::contains);
    }

    private static UsernamePasswordCredentialsImpl login(CredentialsScope scope, String id) throws Exception {
        return new UsernamePasswordCredentialsImpl(scope, id, "", "registry-user", REGISTRY_PASSWORD);
    }

    private static void keep(Credentials credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
