package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that no runtime trusts, for {@code registry.example}, the gateway of US2 and 127.0.0.1, made by the JDK's keytool.
 *
 * @param context for a server that shows it
 * @param pem the certificate for clients
 */
public record TestCertificate(SSLContext context, Path pem) {
    private static final String PASSWORD = "changeit";

    public static TestCertificate create(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("server.p12");
        Path pem = directory.resolve("ca.pem");
        List<String> key = List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD);
        keytool(
                "-genkeypair",
                key,
                List.of("-keyalg", "EC", "-storetype", "PKCS12", "-validity", "2", "-dname", "CN=registry.example"),
                List.of("-ext", "san=dns:registry.example,dns:gateway.qg2.apps.qualys.com,ip:127.0.0.1"));
        keytool("-exportcert", key, List.of("-rfc", "-file", pem.toString()), List.of());
        return new TestCertificate(context(store), pem);
    }

    private static void keytool(String command, List<String> key, List<String> more, List<String> rest)
            throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> line = Stream.of(List.of(keytool, command), key, more, rest)
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
