package io.jenkins.plugins.qualysfargate.engine.incident;

/** By what failures are told apart when they are put into incidents; the escalation always tells them apart. */
public enum Grouping {
    /** The configured urgency, and not what the compliance clock makes of it: otherwise members would wander. */
    URGENCY {
        @Override
        String of(Failure failure) {
            return failure.care().urgency().word();
        }
    },
    SOURCE {
        @Override
        String of(Failure failure) {
            return failure.sourceId();
        }
    },
    ZONE {
        @Override
        String of(Failure failure) {
            return failure.zoneId() == null ? "" : failure.zoneId();
        }
    },
    OWNER {
        @Override
        String of(Failure failure) {
            return failure.care().owner();
        }
    },
    OTHER_TEAM {
        @Override
        String of(Failure failure) {
            return failure.care().otherTeam() == null ? "" : failure.care().otherTeam();
        }
    };

    abstract String of(Failure failure);
}
