package io.jenkins.plugins.qualysfargate.jenkins.agent;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a command as a script for {@code sh}; the script is kept on the agent while it runs, so it holds no secret. */
final class ShellScript {
    private ShellScript() {}

    /**
     * @param directory where the command runs
     * @param withheld variables that it must not see
     */
    static String of(List<String> command, String directory, List<String> withheld) {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        // With a narrower umask QScanner cannot read back the layers that it unpacks.
        script.append("umask 022\n");
        if (!withheld.isEmpty()) {
            script.append("unset ").append(String.join(" ", withheld)).append('\n');
        }
        script.append("cd ").append(quoted(directory)).append(" || exit 126\n");
        script.append("exec ")
                .append(command.stream().map(ShellScript::quoted).collect(Collectors.joining(" ")))
                .append(" </dev/null\n");
        return script.toString();
    }

    /** POSIX: nothing is special between single quotes, and a single quote cannot stand there. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
