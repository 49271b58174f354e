package io.jenkins.plugins.qualysfargate.engine.compliance.source;

/**
 * Keeps an account of a source from being locked: after two refused logins in a row nobody asks again, until the credentials
 * change or a person starts anew. Safe for several threads.
 */
public interface LoginBudget {
    /** Scanners lock accounts after three to five refused logins; people need some of them. */
    int MOST_REFUSALS = 2;

    /** True if nobody may log in. */
    boolean spent();

    /** @param why in the words of the source, without secrets */
    void refused(String why);

    /** A login was accepted: earlier refusals count no more. */
    void accepted();
}
