package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.function.Function;

/** What the body of a message asks for. */
public sealed interface PushDecision {

    /** An image to scan. */
    record Wanted(Push push) implements PushDecision {}

    /** A sound event with nothing to scan in it, and why, as a sentence. */
    record Ignored(String reason) implements PushDecision {}

    /** No event that could be understood, and why, as a sentence; it quotes nothing of the body. */
    record Malformed(String reason) implements PushDecision {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Wanted, ? extends T> wanted,
            Function<? super Ignored, ? extends T> ignored,
            Function<? super Malformed, ? extends T> malformed) {
        if (this instanceof Wanted it) {
            return wanted.apply(it);
        }
        return this instanceof Ignored it ? ignored.apply(it) : malformed.apply((Malformed) this);
    }
}
