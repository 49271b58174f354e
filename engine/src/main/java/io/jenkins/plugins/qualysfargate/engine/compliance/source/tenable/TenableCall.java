package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** One question to Tenable.sc: how it is put, and what a good answer to it means. */
interface TenableCall<T> {

    /** What is attempted: completes "Could not …". */
    String action();

    HttpCall call(TenableServer server);

    /** @throws UnreadableValueException if the answer is not to the point; never guesses */
    T read(Envelope answer) throws UnreadableValueException;
}
