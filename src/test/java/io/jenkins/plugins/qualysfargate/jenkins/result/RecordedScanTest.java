package io.jenkins.plugins.qualysfargate.jenkins.result;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.XStream2;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedScanTest {
    /** Of the four kibibytes of a scan, in bytes; the rest is for the indentation and for what holds all scans of a build. */
    private static final int MOST = (4 << 10) - 512;

    /** A quotation mark is six characters of XML. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "<", "€", "𝄞"})
    void shouldStaySmallWhateverItsTextsAreMadeOf(String letter) {
        GateOutcome outcome = new GateOutcome(SampleImages.at(Instant.EPOCH).hostile(letter.repeat(100_000)));

        RecordedScan scan = RecordedScan.of("1000000", outcome, policy(letter.repeat(250)), "KSA1", Long.MAX_VALUE);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(scan.getReason() + scan.getTitle() + scan.getPolicy()))
                .isTrue();
        assertThat(new XStream2().toXML(scan).getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1, MOST);
    }

    private static Policy policy(String name) {
        String text = "version: 1\nname: '" + name + "'\nlimits: {critical: 0}\n";
        return PolicyReader.read("policy.yaml", text).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError("The policy is valid, but: " + invalid.problems());
        });
    }
}
