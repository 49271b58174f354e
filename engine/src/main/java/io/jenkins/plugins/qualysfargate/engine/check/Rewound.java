package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A source as it would have answered at an earlier moment, as far as its runs tell: those that were created later are left out,
 * and those that ended later still run. Conditions have no past, so there are none.
 */
public final class Rewound implements ScanSource {
    private final ScanSource source;
    private final Instant at;
    private final Clock clock;

    /** @param clock tells the source when it is really asked */
    public Rewound(ScanSource source, Instant at, Clock clock) {
        this.source = source;
        this.at = at;
        this.clock = clock;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public Look look(Instant from, Instant now) {
        return source.look(from, clock.instant()).fold(seen -> new Look.Seen(rewound(seen)), blind -> blind);
    }

    private Observation rewound(Observation seen) {
        List<Run> runs = seen.runs().stream()
                .filter(run -> !run.createdAt().isAfter(at))
                .map(this::rewound)
                .toList();
        return new Observation(
                seen.sourceId(), at, seen.coversFrom(), seen.subjects(), runs, List.of(), List.of(), seen.skew());
    }

    private Run rewound(Run run) {
        if (run.finishedAt() == null || !run.finishedAt().isAfter(at)) {
            return run;
        }
        return new Run(
                run.id(),
                run.subjectId(),
                run.createdAt(),
                run.startedAt() != null && run.startedAt().isAfter(at) ? null : run.startedAt(),
                null,
                RunState.RUNNING,
                run.imported() == ImportState.NOT_NEEDED ? ImportState.NOT_NEEDED : ImportState.PENDING,
                new Reach(run.reach().total(), null, null),
                run.parentId(),
                run.word(),
                "");
    }
}
