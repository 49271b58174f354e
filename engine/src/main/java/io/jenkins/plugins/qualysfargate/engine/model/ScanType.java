package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scan can look for, in the scanner's own words. */
public enum ScanType {
    PKG,
    OS,
    SCA,
    SECRET,
    MALWARE,
    FILEINSIGHT,
    COMPLIANCE;

    /** The scanner's word, for example {@code pkg}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a comma-separated list as users type it.
     *
     * @throws IllegalArgumentException naming the unknown word and the valid ones
     */
    public static Set<ScanType> parseList(String text) {
        Set<ScanType> types = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            types.add(parse(word.strip()));
        }
        return Set.copyOf(types);
    }

    private static ScanType parse(String word) {
        for (ScanType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        String valid = Arrays.stream(values()).map(ScanType::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("'" + word + "' is not a scan type; valid are " + valid);
    }
}
