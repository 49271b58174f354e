package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Qualys platform by the name that QScanner knows it by; other platforms are reached by their gateway. */
public enum PodName {
    US1,
    US2,
    US3,
    US4,
    EU1,
    EU2,
    EU3,
    IN1,
    CA1,
    AE1,
    UK1,
    AU1,
    KSA1;

    /**
     * Reads a name in any case.
     *
     * @throws IllegalArgumentException naming the valid ones
     */
    public static PodName parse(String text) {
        for (PodName pod : values()) {
            if (pod.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return pod;
            }
        }
        String valid = Arrays.stream(values()).map(PodName::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("'" + text + "' is not a Qualys platform; valid are " + valid
                + "; for any other platform give its gateway URL instead");
    }
}
