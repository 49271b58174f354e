package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever only one of two policies asks for is asked for by both together, whichever of them is the floor. */
class TighteningTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    epss: {max: 0.5}                           | kev: ignore                               | epss: {max: 0.5}
                    epss: {max: 0.5}                           | epss: {max: 0.2}                          | epss: {max: 0.2}
                    kev: deny                                  | kev: ignore                               | kev: deny
                    feeds: {maxAge: 1d}                        | feeds: {maxAge: 9d}                       | feeds: {maxAge: 1d}
                    qds: {max: 50}                             | name: policy                              | qds: {max: 50}
                    cvss: {max: 5, unscored: ignore}           | name: policy                              | cvss: {max: 5, unscored: ignore}
                    cvss: {max: 5, unscored: ignore}           | cvss: {max: 7}                            | cvss: {max: 5}
                    fixableOnly: true                          | fixableOnly: false                        | fixableOnly: false
                    fixableOnly: true                          | fixableOnly: true                         | fixableOnly: true
                    suppressed: ignore                         | suppressed: count                         | suppressed: count
                    suppressed: ignore                         | suppressed: ignore                        | suppressed: ignore
                    potential: ignore                          | potential: count                          | potential: count
                    potential: ignore                          | potential: ignore                         | potential: ignore
                    secrets: {minimumSeverity: high}           | secrets: {max: 9, minimumSeverity: low}   | secrets: {minimumSeverity: low}
                    malware: {max: unlimited}                  | malware: {max: 3}                         | malware: {max: 3}
                    deny: {packages: [a, b]}                   | deny: {packages: [c, b]}                  | deny: {packages: [a, b, c]}
                    neverWaive: {cves: [CVE-2024-0001]}        | neverWaive: {qids: [1]}                   | neverWaive: {cves: [CVE-2024-0001], qids: [1]}
                    grace: {high: 7d}                          | grace: {high: 9d}                         | grace: {high: 7d}
                    grace: {high: 7d}                          | grace: {medium: 9d}                       | grace: {high: 0d}
                    newFindings: {disclosed: {low: 0}}         | newFindings: {introduced: {low: 0}}       | newFindings: {introduced: {low: 0}, disclosed: {low: 0}}
                    baseline: required                         | baseline: optional                        | baseline: required
                    requireScanTypes: [pkg]                    | requireScanTypes: [os, pkg]               | requireScanTypes: [os, pkg]
                    localExceptions: allow                     | localExceptions: deny                     | localExceptions: deny
                    """)
    void shouldBeTheSameBothWaysRound(String one, String other, String expected) {
        assertThat(policy(one).tightenedBy(policy(other))).isEqualTo(policy(expected));
        assertThat(policy(other).tightenedBy(policy(one))).isEqualTo(policy(expected));
    }
}
