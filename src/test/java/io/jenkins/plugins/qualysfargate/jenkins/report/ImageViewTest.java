package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageViewTest {
    private final SampleImages samples = SampleImages.at(Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir
    private Path directory;

    @Test
    void shouldCountWhatWasLookedFor() throws Exception {
        ImageView view = view(EnumSet.of(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE));

        assertThat(view.getSecrets()).isEqualTo("0");
        assertThat(view.getMalware()).isEqualTo("0");
    }

    @Test
    void shouldNotSayZeroOfWhatNobodyLookedFor() throws Exception {
        ImageView view = view(EnumSet.of(ScanType.PKG));

        assertThat(view.getSecrets()).isNull();
        assertThat(view.getMalware()).isNull();
    }

    private ImageView view(Set<ScanType> types) throws Exception {
        JudgedImage image = samples.lookedFor(samples.clean("registry.example/x:1", Platform.LINUX_AMD64), types);
        Path result = directory.resolve("result");
        StoredResult.write(SampleImages.run(image), result);
        return ImageView.of(StoredResult.open(result).images()).get(0);
    }
}
