package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.registry.PushLog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Reads from a part of a build's log what was pushed, keeps it with the build, and says it in the log. */
final class ReadPushes {
    /** In bytes; far more than builds print, and read in seconds. */
    private static final long MOST = 256L << 20;

    private final Run<?, ?> run;
    private final TaskListener listener;
    private final long most;

    ReadPushes(Run<?, ?> run, TaskListener listener) {
        this(run, listener, MOST);
    }

    /** @param most how many bytes of the log are read at most */
    ReadPushes(Run<?, ?> run, TaskListener listener, long most) {
        this.run = run;
        this.listener = listener;
        this.most = most;
    }

    /** @param start where in the log the part begins, in bytes; it ends with the log */
    void since(long start) throws IOException {
        PushedImagesAction kept = PushedImagesAction.of(run);
        LogRegion region = new LogRegion(run, start, most);
        try {
            PushLog log = PushLog.read(region);
            kept.add(log);
            tell(log);
        } catch (UncheckedIOException unreadable) {
            missing(
                    kept,
                    "The log could not be read (" + unreadable.getCause() + "), so nobody knows what was pushed;"
                            + " name the images yourself.");
        }
        if (region.isCut()) {
            missing(
                    kept,
                    "The log inside of withPushedImages has more than " + most
                            + " bytes and was not read to its end; name the images yourself, or put less inside of it.");
        }
        run.save();
    }

    private void missing(PushedImagesAction kept, String sentence) {
        kept.addMissing(sentence);
        log(sentence);
    }

    private void tell(PushLog log) {
        if (log.images().isEmpty()) {
            log("The log names no image that was pushed.");
        }
        log.images().forEach(image -> log("Pushed: " + image));
        log.remarks().forEach(remark -> log("Line " + remark.line() + ": " + remark.message()));
    }

    private void log(String sentence) {
        PrintStream log = listener.getLogger();
        log.println("[withPushedImages] " + sentence);
    }
}
