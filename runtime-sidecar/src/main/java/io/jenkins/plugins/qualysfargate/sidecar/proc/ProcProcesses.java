package io.jenkins.plugins.qualysfargate.sidecar.proc;

import io.jenkins.plugins.qualysfargate.sidecar.libc.FileBytes;
import io.jenkins.plugins.qualysfargate.sidecar.process.CommandLine;
import io.jenkins.plugins.qualysfargate.sidecar.process.HostileText;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Facts about processes from the proc file system; for one thread at a time. */
public final class ProcProcesses implements ProcessSource {
    /** A command line may have two megabytes; an event with this much stays below the 256 KiB of a log line, however escaped. */
    private static final int MOST_BYTES = 16 << 10;

    private final String root;
    private final FileBytes files = new FileBytes(MOST_BYTES);

    /** @param root {@code /proc}, except in tests */
    public ProcProcesses(Path root) {
        this.root = root + "/";
    }

    @Override
    public Optional<ProcessFacts> facts(int pid) {
        ProcessStat stat = stat(pid);
        byte[] status = files.read(root + pid + "/status");
        OptionalLong uid = status == null ? OptionalLong.empty() : StatusFields.effectiveUid(status);
        byte[] commandLine = files.read(root + pid + "/cmdline");
        if (stat == null || uid.isEmpty() || commandLine == null) {
            return Optional.empty();
        }
        // Kernel threads have none, and of a process that is just being killed it cannot be read any more.
        byte[] executable = files.readLink(root + pid + "/exe");
        return Optional.of(new ProcessFacts(
                pid,
                stat.parentPid(),
                uid.getAsLong(),
                stat.startTicks(),
                executable == null ? "" : HostileText.decode(executable),
                CommandLine.parse(commandLine, commandLine.length < files.most())));
    }

    @Override
    public List<Integer> processes() {
        return numbers(Path.of(root));
    }

    @Override
    public List<Integer> threads(int pid) {
        return numbers(Path.of(root + pid + "/task"));
    }

    @Override
    public Optional<Integer> parent(int pid) {
        return Optional.ofNullable(stat(pid)).filter(each -> !each.ended()).map(ProcessStat::parentPid);
    }

    @Override
    public Optional<Integer> tracer(int pid) {
        byte[] status = files.read(root + pid + "/status");
        OptionalLong tracer = status == null ? OptionalLong.empty() : StatusFields.tracerPid(status);
        return tracer.isEmpty() ? Optional.empty() : Optional.of((int) tracer.getAsLong());
    }

    private @Nullable ProcessStat stat(int pid) {
        byte[] bytes = files.read(root + pid + "/stat");
        try {
            return bytes == null ? null : ProcessStat.parse(bytes);
        } catch (MalformedProcException e) {
            // A process that just ends has a file that reads as empty.
            return null;
        }
    }

    private static List<Integer> numbers(Path directory) {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getName(entry.getNameCount() - 1).toString();
                if (name.chars().allMatch(each -> each >= '0' && each <= '9')) {
                    numbers.add(Integer.valueOf(name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended while it was looked at: what was seen so far is all that there is.
            return numbers;
        }
        return numbers;
    }
}
