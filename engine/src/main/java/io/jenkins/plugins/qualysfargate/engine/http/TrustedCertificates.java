package io.jenkins.plugins.qualysfargate.engine.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates of the Java runtime and those of one more file. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * For clients that speak something else than HTTP over TLS.
     *
     * @throws HttpConfigurationException if the file is no PEM file with at least one certificate
     */
    public static SSLContext withFile(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(file), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    /**
     * For clients that make their own TLS contexts.
     *
     * @throws HttpConfigurationException if the file is no PEM file with at least one certificate
     */
    public static TrustManager[] managers(Path file) {
        try {
            List<Certificate> all = new ArrayList<>(read(file));
            for (TrustManager manager : managers((KeyStore) null)) {
                if (manager instanceof X509TrustManager known) {
                    all.addAll(List.of(known.getAcceptedIssuers()));
                }
            }
            return managers(store(all));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(file, e);
        }
    }

    private static HttpConfigurationException unusable(Path file, Exception cause) {
        return new HttpConfigurationException("Could not trust the certificates of " + file + ": " + cause, cause);
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty() || !certificates.stream().allMatch(X509Certificate.class::isInstance)) {
                throw new HttpConfigurationException("The CA file " + file + " holds no certificate: a PEM file with"
                        + " -----BEGIN CERTIFICATE----- is expected");
            }
            return certificates;
        } catch (GeneralSecurityException | IOException e) {
            throw new HttpConfigurationException(
                    "Could not read the CA file " + file + ": " + e + "; a readable PEM file is expected", e);
        }
    }

    private static KeyStore store(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("ca-" + i, certificates.get(i));
        }
        return store;
    }

    /** @param store null for the certificates of the Java runtime */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
