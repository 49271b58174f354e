package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.qualysfargate.jenkins.harness.TenableStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Jenkins that watches the scans of a Tenable.sc on this machine, each of which was due three hours ago. */
public final class ComplianceRig {
    /** When every scan was due today. */
    public static final Instant DUE =
            Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(3));

    /** Where the file says that the steps are written down. */
    public static final String RUNBOOK = "https://wiki.example.com/failed-scans";

    private ComplianceRig() {}

    /** A file by which every scan must have begun after ten minutes and ended after an hour. */
    public static String file(TenableStandIn tenable) {
        return file(tenable.url(), "{glob: \"*\"}");
    }

    /** The same for some of them. */
    public static String file(String url, String select) {
        return """
                version: 1
                sources:
                  - {id: nessus, type: tenable-sc, url: "%s", credentials: tenable-api}
                defaults:
                  since: %s
                  runbook: %s
                  owner: scanning squad
                  windows: {early: 5m, start-grace: 10m, max-runtime: 30m, finish: 1h}
                monitors:
                  - {id: daily, source: nessus, select: %s}
                """.formatted(url, DUE.minus(Duration.ofHours(1)), RUNBOOK, select);
    }

    /** Gives Jenkins the file and the keys of the server. */
    public static void configure(String file) throws Exception {
        keep("sc-keys", TenableStandIn.ACCESS_KEY, TenableStandIn.SECRET_KEY);
        ComplianceConfiguration settings = ComplianceConfiguration.get();
        settings.setFile(file);
        settings.setPath("");
        settings.setLogins(List.of(new NamedLogin("tenable-api", "sc-keys", "keys")));
        settings.save();
    }

    /** Keeps a user and a password. */
    static void keep(String id, String user, String password) throws Exception {
        SystemCredentialsProvider stored = SystemCredentialsProvider.getInstance();
        stored.getCredentials()
                .removeIf(each -> each instanceof UsernamePasswordCredentialsImpl it
                        && it.getId().equals(id));
        stored.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.SYSTEM, id, "", user, password));
        stored.save();
    }

    /** Has everything looked at, and how it stands then. */
    public static CheckStatus look() throws Exception {
        return ComplianceCheck.get().look().get(60, TimeUnit.SECONDS);
    }
}
