package io.jenkins.plugins.qualysfargate.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an agent answers instead of what it was asked. Agent to controller: SECURITY-2627, 2429, 2376 code-coverage-api;
 * path traversal in names that it sends: 2214, 870 fortify, 3099 aws-codecommit-trigger, 1668 cobertura.
 */
class HostileAgentTest {
    private static final ImageReference IMAGE = ImageReference.parse("registry.example/shop/web:1");
    private static final Digest DIGEST = new Digest("sha256:" + "ab".repeat(32));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../../../etc/cron.d/evil",
                "/etc/passwd",
                "..\\..\\evil",
                "C:\\evil",
                "\\\\host\\share",
                "a\0b",
                "a\nb",
                ".ssh",
                "%2e%2e%2fevil",
                "name:stream",
                "\u202Enosj.elif"
            })
    void shouldKeepEveryFileUnderAHarmlessNameInItsDirectory(String name) {
        Path directory = Path.of("/srv/incoming/scan-1");

        String local = new OutputFile(name, true).localName();

        assertThat(local).matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
        assertThat(directory.resolve(local).normalize().getParent()).isEqualTo(directory);
    }

    @Test
    void shouldKeepTheEndOfALongNameWhichSaysWhatTheFileIs() {
        assertThat(new OutputFile("a".repeat(5_000) + "-Report.sarif.json", true).localName())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("-Report.sarif.json");
        assertThat(new OutputFile("a-Report.sarif.json", true).localName()).isEqualTo("a-Report.sarif.json");
    }

    @Test
    void shouldTakeNoMoreFilesThanAScanWrites() {
        ArrayList<OutputFile> many = new ArrayList<>(Collections.nCopies(101, new OutputFile("a", true)));

        assertThatIOException()
                .isThrownBy(() -> new ListOutput.Listing(many).files())
                .withMessageContaining("101 files");
    }

    @Test
    void shouldMakeValuesOnlyOfAnAnswerThatIsOne() throws Exception {
        assertThat(resolved().resolution(IMAGE)).isInstanceOf(Resolution.Resolved.class);

        for (Object platforms : new Object[] {
            null,
            list(new Object[] {null}),
            list("linux/amd64"),
            list((Object) new String[] {"linux/amd64"}),
            list((Object) new String[] {"linux", DIGEST.value(), null}),
            list((Object) new String[] {"linux/amd64", "sha256:../../etc", null}),
            list((Object) new String[] {"linux/amd64", null, null}),
            new ArrayList<>(Collections.nCopies(201, new String[] {"linux/amd64", DIGEST.value(), null}))
        }) {
            assertRefused(with("platforms", platforms));
        }
        assertRefused(with("topDigest", null));
        assertRefused(with("topDigest", "latest"));
        assertRefused(with("cause", "PASS"));
    }

    @Test
    void shouldCutAndCleanWhatIsSaidToPeople() throws Exception {
        String noise = "\u001b[8mha:evil\r\nFinished: SUCCESS\n".repeat(10_000);
        ResolvedText refused = ResolvedText.of(new Resolution.Unresolved(
                new Verdict.Indeterminate(IndeterminateCause.IMAGE_UNRESOLVED, noise, noise)));
        ResolvedText remarked = with("remarks", list(null, 7, noise));

        Verdict.Indeterminate verdict =
                refused.resolution(IMAGE).fold(it -> null, it -> (Verdict.Indeterminate) it.verdict());
        List<String> remarks = remarked.resolution(IMAGE).fold(Resolution.Resolved::remarks, it -> List.of());

        assertThat(verdict.message()).isEqualTo(verdict.howToFix()).hasSizeLessThanOrEqualTo(AgentText.LONGEST + 1);
        assertThat(verdict.message()).doesNotContain("\n", "\r", "\u001b").startsWith("\uFFFD[8mha:evil");
        assertThat(remarks).containsExactly(verdict.message());
        assertThat(AgentText.lines(Collections.nCopies(500, "a"))).hasSize(AgentText.MOST);
        assertThat(AgentText.lines(null)).isEmpty();
        assertThat(AgentText.line(null)).isEmpty();
    }

    private static void assertRefused(ResolvedText text) {
        assertThatIllegalArgumentException().isThrownBy(() -> text.resolution(IMAGE));
    }

    private static ResolvedText resolved() {
        return ResolvedText.of(new Resolution.Resolved(
                IMAGE, DIGEST, List.of(new PlatformManifest(Platform.LINUX_AMD64, DIGEST, null)), List.of()));
    }

    /** As if it had been sent: no constructor has seen it. */
    private static ResolvedText with(String field, Object value) throws Exception {
        ResolvedText text = resolved();
        Field changed = ResolvedText.class.getDeclaredField(field);
        changed.setAccessible(true);
        changed.set(text, value);
        return text;
    }

    private static ArrayList<Object> list(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
