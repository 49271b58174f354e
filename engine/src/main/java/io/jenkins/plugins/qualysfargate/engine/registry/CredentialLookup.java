package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.function.Function;

/** What a source of logins knows about one registry; a source that is broken is not one that knows nothing. */
public sealed interface CredentialLookup {

    /** There is a login. */
    record Found(Credential credential) implements CredentialLookup {}

    /** There is none, so the registry is asked without. */
    record None() implements CredentialLookup {}

    /**
     * A login is configured and cannot be read.
     *
     * @param message what was attempted, on what, and why it failed
     * @param howToFix what a person should do next
     */
    record Broken(String message, String howToFix) implements CredentialLookup {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super None, ? extends T> none,
            Function<? super Broken, ? extends T> broken) {
        if (this instanceof Found it) {
            return found.apply(it);
        }
        return this instanceof None it ? none.apply(it) : broken.apply((Broken) this);
    }
}
