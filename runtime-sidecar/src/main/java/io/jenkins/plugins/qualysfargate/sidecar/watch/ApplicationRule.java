package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.util.Set;

/** Which processes are the application. */
public sealed interface ApplicationRule {

    /** For people: which process that is. */
    String description();

    /** @param listeners the processes that listen on the port that the rule names; empty if it names none */
    boolean matches(ProcessFacts process, Set<Integer> listeners);

    /** The one with this id. */
    record Pid(int pid) implements ApplicationRule {
        @Override
        public String description() {
            return "process " + pid;
        }

        @Override
        public boolean matches(ProcessFacts process, Set<Integer> listeners) {
            return process.pid() == pid;
        }
    }

    /** Those that listen on a TCP port. */
    record Port(int port) implements ApplicationRule {
        @Override
        public String description() {
            return "a process that listens on port " + port;
        }

        @Override
        public boolean matches(ProcessFacts process, Set<Integer> listeners) {
            return listeners.contains(process.pid());
        }
    }

    /**
     * Those whose program has this name. With a slash in it the pattern stands for the whole path of the executable; without
     * one for its last part, or that of the name that the program was called by. An asterisk stands for any characters but a
     * slash, a question mark for one of them. Always the whole name, never a part of it.
     */
    record Command(String pattern) implements ApplicationRule {
        @Override
        public String description() {
            return "a process whose program is '" + pattern + "'";
        }

        @Override
        public boolean matches(ProcessFacts process, Set<Integer> listeners) {
            if (pattern.indexOf('/') >= 0) {
                return named(process.executable());
            }
            return named(lastPart(process.executable()))
                    || process.commandLine().words().stream()
                            .findFirst()
                            .filter(each -> named(lastPart(each)))
                            .isPresent();
        }

        private boolean named(String name) {
            return !name.isEmpty() && Glob.matches(pattern, name);
        }

        private static String lastPart(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
