package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import java.time.Duration;

/** What a {@link TroubledPath} does to one call. */
public sealed interface Fault {

    /** Nothing: the call goes through. */
    record None() implements Fault {}

    /** The service is never asked; this is the answer. */
    record Answer(int status, String contentType, String body) implements Fault {
        /** As the services that speak JSON refuse. */
        public static Answer json(int status, String code, String message) {
            return new Answer(
                    status,
                    "application/x-amz-json-1.0",
                    "{\"__type\":\"com.amazonaws.fault#" + code + "\",\"message\":\"" + message + "\"}");
        }

        /** As S3 refuses. */
        public static Answer xml(int status, String code, String message) {
            return new Answer(
                    status,
                    "application/xml",
                    "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
        }
    }

    /** The service does what it was asked to, and its answer is lost on the way back. */
    record LostAnswer() implements Fault {}

    /** The connection breaks before the service hears anything. */
    record LostCall() implements Fault {}

    /** The service is asked so much later. */
    record Late(Duration delay) implements Fault {}
}
