package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.List;
import java.util.Map;

/** What to start: arguments that hold no secret, and an environment that does. It never prints its environment. */
public final class ScannerCommand {
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final List<String> secrets;

    ScannerCommand(List<String> arguments, ScannerEnvironment environment) {
        this.arguments = List.copyOf(arguments);
        this.environment = environment.variables();
        this.secrets = environment.secrets();
    }

    /** The executable first. */
    public List<String> arguments() {
        return arguments;
    }

    /** All variables that the scanner may see; a host that cannot withhold others must at least unset {@link #withheld()}. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Values of the environment that must not be seen anywhere. */
    public List<String> secrets() {
        return secrets;
    }

    /** Variables that would change what the scanner does, or with whose rights, if they were inherited unasked. */
    public List<String> withheld() {
        return ScannerEnvironment.SENSITIVE.stream()
                .filter(name -> !environment.containsKey(name))
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
