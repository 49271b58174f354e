package io.jenkins.plugins.qualysfargate.engine.incident.channel;

/** A secret that stands in no message, log or stack trace. */
public final class Token {
    private final String value;

    private Token(String value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if it is empty or holds what no header may hold */
    public static Token of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "A token, a routing key or a secret address is empty or has characters that"
                            + " none has: check the credentials");
        }
        return new Token(stripped);
    }

    /** For the one call that needs it. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "****";
    }
}
