package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Items;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of jobs that generators wrote by hand, or that are older than a parameter. */
class SavedParametersTest {
    private static final String PACKAGE = "io.jenkins.plugins.qualysfargate.jenkins.scan.";

    @Test
    void shouldLeaveEveryDefaultInPlaceThatARecordDoesNotName() {
        ScanParameters read = parameters("<image>registry.example/api:1</image><failOn>high</failOn>");

        ScanParameters expected = new ScanParameters();
        expected.setImage("registry.example/api:1");
        expected.setFailOn("high");
        assertThat(read).usingRecursiveComparison().isEqualTo(expected);
        assertThat(read.copy()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void shouldReadBackWhatItWrote() {
        ScanParameters written = new ScanParameters();
        written.setImages(List.of("registry.example/api:1", "registry.example/web:1"));
        written.setCache(false);
        written.setTimeoutMinutes(20);
        Thresholds thresholds = new Thresholds();
        thresholds.setHigh(3);
        written.setThresholds(thresholds);

        Object read = Items.XSTREAM2.fromXML(Items.XSTREAM2.toXML(written));

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void shouldTakeTheDefaultsWhereARecordHoldsNoParameters() {
        String builder = "<" + PACKAGE + "QualysFargateBuilder/>";
        String publisher = "<" + PACKAGE + "QualysFargatePublisher/>";

        assertThat(((QualysFargateBuilder) Items.XSTREAM2.fromXML(builder)).getScan())
                .usingRecursiveComparison()
                .isEqualTo(new ScanParameters());
        assertThat(((QualysFargatePublisher) Items.XSTREAM2.fromXML(publisher)).getScan())
                .usingRecursiveComparison()
                .isEqualTo(new ScanParameters());
    }

    private static ScanParameters parameters(String elements) {
        String name = PACKAGE + "ScanParameters";
        return (ScanParameters) Items.XSTREAM2.fromXML("<" + name + ">" + elements + "</" + name + ">");
    }
}
