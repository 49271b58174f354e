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

        /** A JSON answer of success. */
        public static Answer json(String body) {
            return new Answer(200, "application/x-amz-json-1.1", body);
        }

        /** An answer of success as SNS and CloudWatch give it. */
        public static Answer query(String operation, String result) {
            return new Answer(
                    200,
                    "text/xml",
                    "<" + operation + "Response><" + operation + "Result>" + result + "</" + operation
                            + "Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></" + operation
                            + "Response>");
        }

        /** As SNS and CloudWatch refuse. */
        public static Answer refusedQuery(int status, String code, String message) {
            return new Answer(
                    status,
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                            + "</Message></Error><RequestId>1</RequestId></ErrorResponse>");
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
