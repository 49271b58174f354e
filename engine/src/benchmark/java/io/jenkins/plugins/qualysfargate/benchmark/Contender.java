package io.jenkins.plugins.qualysfargate.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** One way to go through a report; the number that it returns keeps the work from being optimised away. */
@FunctionalInterface
interface Contender {
    long run(Path report) throws IOException;
}
