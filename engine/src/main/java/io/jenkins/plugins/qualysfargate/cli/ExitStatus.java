package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;

/** What the process tells its caller: only 0 means that the images may go on. */
public final class ExitStatus {
    public static final int PASS = 0;
    public static final int FAIL = 1;
    public static final int USAGE = 2;
    public static final int INDETERMINATE = 3;

    private ExitStatus() {}

    static int of(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INDETERMINATE -> INDETERMINATE;
        };
    }
}
