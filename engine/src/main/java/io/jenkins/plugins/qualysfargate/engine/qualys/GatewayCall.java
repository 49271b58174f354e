package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;

/** One question to a gateway: how it is put, and what its answer means. */
interface GatewayCall<T> {

    /** What is attempted: completes "Could not …". */
    String action();

    HttpCall call(QualysPlatform platform);

    /** @throws GatewayException for every answer that is not a good one */
    T read(HttpAnswer answer, GatewayAdvice advice) throws GatewayException;
}
