package io.jenkins.plugins.qualysfargate.engine.model;

/**
 * A name pattern: {@code *} stands for any characters (none and {@code /} included), {@code ?} for exactly one, everything
 * else for itself, upper and lower case told apart.
 */
public record Glob(String pattern) implements Comparable<Glob> {

    /**
     * True if the whole name matches. Takes at most pattern length times name length steps, whatever either holds: names
     * are hostile, and a regular expression could be made to backtrack.
     */
    public boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public int compareTo(Glob other) {
        return pattern.compareTo(other.pattern);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
