package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.time.Duration;

/** Puts questions to the gateway of one platform, within a time, and turns every failure into advice without secrets. */
final class Gateway {
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private final QualysPlatform platform;
    private final Transport transport;
    private final Duration callTimeout;
    private final Redaction redaction;

    /**
     * @param transport must not follow redirects
     * @param redaction knows the secrets of this login
     */
    Gateway(QualysPlatform platform, Transport transport, Duration callTimeout, Redaction redaction) {
        this.platform = platform;
        this.transport = transport;
        this.callTimeout = callTimeout;
        this.redaction = redaction;
    }

    <T> T ask(GatewayCall<T> question) throws GatewayException, InterruptedException {
        GatewayAdvice advice = new GatewayAdvice(platform, question.action(), redaction);
        return question.read(send(question, advice), advice);
    }

    private HttpAnswer send(GatewayCall<?> question, GatewayAdvice advice)
            throws GatewayException, InterruptedException {
        try {
            return transport.send(question.call(platform).within(callTimeout));
        } catch (TransportException e) {
            if (e.kind() == Kind.CANCELLED) {
                // The transport has set the flag again; whoever catches this decides about it.
                Thread.interrupted();
                throw new InterruptedException("Interrupted while asking " + GatewayAddress.of(platform));
            }
            throw advice.unanswered(e);
        }
    }
}
