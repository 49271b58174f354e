package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone of scanners, as people know it.
 *
 * @param name as the source has it
 * @param scanners our own ones; empty if they are another team's
 * @param otherTeam whose scanners they are; null if they are our own
 * @param covers what is scanned from there, for people; empty if nobody said
 * @param scans names of scans that need this zone although their definition does not say so; empty for none
 */
public record ScanZone(
        String name, List<String> scanners, @Nullable String otherTeam, String covers, List<Glob> scans) {
    public ScanZone {
        scanners = List.copyOf(scanners);
        scans = List.copyOf(scans);
    }
}
