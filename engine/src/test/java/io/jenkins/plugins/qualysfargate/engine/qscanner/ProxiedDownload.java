package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** One download in a process of its own, because the JDK decides once in a process about logins for tunnels. */
final class ProxiedDownload {
    private ProxiedDownload() {}

    /** Arguments: proxy address, CA file, address, target. */
    public static void main(String[] args) throws IOException, InterruptedException {
        HttpSettings http = HttpSettings.DEFAULT
                .withProxy(ProxySettings.ofEnvironment(Map.of("HTTPS_PROXY", args[0])))
                .withCaFile(Path.of(args[1]));
        HttpScannerDownload.over(http).fetch(URI.create(args[2]), Path.of(args[3]), 5000);
    }
}
