package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** A token or password that never prints itself; who must send it to somebody asks for its value in so many words. */
public final class Credential {
    private final String value;

    private Credential(String value) {
        this.value = value;
    }

    /**
     * Takes a secret as it is, after cutting the white space that copying and files leave around it.
     *
     * @param name what it is, for the message, for example {@code the Qualys access token}
     * @throws IllegalArgumentException if nothing is left, or if it holds control characters; the message names it and
     *     never shows it
     */
    public static Credential of(String name, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty; set it, or leave it out altogether");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " holds a line break or another control character; check how it was copied");
        }
        return new Credential(stripped);
    }

    /** The secret itself: for the scanner's environment, the log mask and a call's headers, and for nothing that is shown. */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "****";
    }
}
