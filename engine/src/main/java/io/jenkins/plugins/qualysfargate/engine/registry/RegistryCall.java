package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** One kind of question to a registry: how it is asked, how the answer is read, how it is called in messages. */
interface RegistryCall<T> {

    /** The question without login and limits of time. */
    HttpCall call();

    /** What is attempted, on what: completes "Could not …". */
    String action();

    /** What to do if the registry does not know it. */
    String adviceIfMissing();

    /** The status that answers it; any other one is a refusal. */
    default int success() {
        return 200;
    }

    /** Reads an answer of that status. */
    T read(HttpAnswer answer) throws UnresolvedException;
}
