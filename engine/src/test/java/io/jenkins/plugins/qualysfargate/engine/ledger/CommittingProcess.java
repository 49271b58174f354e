package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** A process of its own that commits and says the name of each commit as soon as it is saved. */
final class CommittingProcess {
    private CommittingProcess() {}

    /** @param arguments directory, prefix of the names, how many */
    public static void main(String[] arguments) throws LedgerConflictException {
        try (H2Ledger ledger = H2Ledger.open(Path.of(arguments[0]), Clock.systemUTC())) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                String name = arguments[1] + "-" + i;
                ledger.commit(commit(name));
                System.out.println(name);
            }
        }
    }

    /** A document ahead for each of twenty, one together, a message and two notes. */
    static Commit commit(String name) {
        return new Commit(
                IntStream.range(0, 20)
                        .mapToObj(i -> Documents.occurrence(name, Documents.NOON.plusSeconds(i)))
                        .toList(),
                List.of(Documents.entry(Documents.key(name))),
                List.of(Documents.message(name)),
                List.of(Documents.note(name), Documents.note(name + "b")));
    }

    static Process start(Path directory, String prefix, int count) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        directory.toString(),
                        prefix,
                        Integer.toString(count)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
