package io.jenkins.plugins.qualysfargate.jenkins.agent;

import java.io.Serializable;
import java.util.regex.Pattern;

/** One entry of the scanner's output directory, as the agent tells it. */
final class OutputFile implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST = 200;

    private final String name;
    private final boolean regular;

    OutputFile(String name, boolean regular) {
        this.name = name;
        this.regular = regular;
    }

    /** For the agent alone, where it comes from. */
    String name() {
        return name;
    }

    boolean isRegular() {
        return regular;
    }

    /** Its name on the controller: the same where it is harmless, else a harmless one with the same end, which tells what it is. */
    String localName() {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        String end = safe.substring(Math.max(0, safe.length() - LONGEST));
        return end.isEmpty() || end.startsWith(".") ? "_" + end : end;
    }
}
