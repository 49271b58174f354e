package io.jenkins.plugins.qualysfargate.engine.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Tells the JDK's client which proxy our settings want; the JVM's own proxy properties have no say. */
final class SelectedProxies extends ProxySelector {
    private final ProxySettings settings;

    SelectedProxies(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<java.net.Proxy> select(URI uri) {
        return List.of(settings.proxyFor(uri)
                .map(each -> new java.net.Proxy(
                        java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved(each.host(), each.port())))
                .orElse(java.net.Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call itself fails with the same cause, and that is reported.
    }
}
