package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One call in a process of its own: the JDK reads what its client may do with proxy logins once per process. */
final class TunnelledCall {
    private TunnelledCall() {}

    /** @param args proxy address, CA file, address to call */
    public static void main(String[] args) throws TransportException {
        HttpSettings settings = HttpSettings.DEFAULT
                .withProxy(ProxySettings.ofEnvironment(Map.of("HTTPS_PROXY", args[0])))
                .withCaFile(Path.of(args[1]));
        HttpCall call = HttpCall.get(URI.create(args[2])).within(Duration.ofSeconds(20));
        try {
            HttpAnswer answer = JdkTransport.of(settings).send(call);
            System.out.println(answer.status() + " " + answer.body().text());
        } catch (TransportException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
