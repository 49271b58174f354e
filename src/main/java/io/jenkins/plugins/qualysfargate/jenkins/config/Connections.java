package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the login and the platform of a build. A login is one that the build may use, and it is sent to a shared platform
 * or to a gateway that an administrator has set up, and to no other address.
 */
public final class Connections {
    private final QualysSettings settings;
    private final Clock clock;

    Connections(QualysSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** By what is set now. */
    public static Connections current() {
        return new Connections(QualysConfiguration.get(), Clock.systemUTC());
    }

    /**
     * The connection of a build; that it uses these credentials is kept track of.
     *
     * @param credentialsId empty for those of the nearest folder that names some, or of Jenkins
     * @param pod name of a platform or gateway; empty for that of the credentials, or of Jenkins
     * @throws ScanRefusedException telling everything that is missing or wrong
     */
    public QualysConnection connection(Run<?, ?> run, @CheckForNull String credentialsId, @CheckForNull String pod)
            throws ScanRefusedException {
        String asked = Util.fixNull(credentialsId).trim();
        Optional<OutsideLogin> outside = outside(run, asked);
        if (outside.isPresent()) {
            return connection(outside.get(), Util.fixNull(pod).trim());
        }
        List<String> problems = new ArrayList<>();
        Optional<StandardCredentials> credentials = credentials(run, asked, problems);
        Optional<QualysLogin> login = credentials.flatMap(found -> login(found, problems));
        Optional<QualysPlatform> platform = platform(Util.fixNull(pod).trim(), credentials, problems);
        NetworkSettings network = network(problems);
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        return new QualysConnection(
                platform.orElseThrow(),
                Logins.tokens(login.orElseThrow(), platform.orElseThrow(), network.http(), clock),
                null);
    }

    /** The login that is kept elsewhere, if it is this build's: neither the step nor a folder nor Jenkins names credentials. */
    private Optional<OutsideLogin> outside(Run<?, ?> run, String asked) {
        if (!choice(run.getParent(), asked).id().isEmpty()) {
            return Optional.empty();
        }
        return JenkinsFacade.get().all(OutsideLogin.class).stream()
                .filter(OutsideLogin::isSet)
                .findFirst();
    }

    private QualysConnection connection(OutsideLogin outside, String asked) throws ScanRefusedException {
        List<String> problems = new ArrayList<>();
        String own = asked.isEmpty() ? outside.pod() : "";
        Optional<QualysPlatform> platform = named(first(asked, own, settings.getPod()), problems);
        network(problems);
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        return new QualysConnection(platform.orElseThrow(), outside.tokens(), null);
    }

    private Optional<StandardCredentials> credentials(Run<?, ?> run, String asked, List<String> problems) {
        Choice choice = choice(run.getParent(), asked);
        if (choice.id().isEmpty()) {
            problems.add(Messages.Connections_noCredentials(run.getParent().getFullName()));
            return Optional.empty();
        }
        StandardCredentials found =
                CredentialsProvider.findCredentialById(choice.id(), StandardCredentials.class, run, List.of());
        if (found == null) {
            problems.add(Messages.Connections_notFound(
                    choice.id(), choice.origin(), run.getParent().getFullName()));
            return Optional.empty();
        }
        CredentialsProvider.track(run, found);
        return Optional.of(found);
    }

    private Choice choice(Item job, String asked) {
        if (!asked.isEmpty()) {
            return new Choice(asked, Messages.Connections_byStep());
        }
        Choice choice = new Choice(settings.getCredentialsId(), Messages.Connections_byJenkins());
        for (QualysFolderProperty.OfFolder each : QualysFolderProperty.around(job)) {
            String id = each.property().getCredentialsId();
            choice = id.isEmpty() ? choice : new Choice(id, Messages.Connections_byFolder(each.folder()));
        }
        return choice;
    }

    private record Choice(String id, String origin) {}

    private static Optional<QualysLogin> login(StandardCredentials credentials, List<String> problems) {
        try {
            Optional<QualysLogin> login = Logins.of(credentials);
            if (login.isEmpty()) {
                problems.add(Messages.Connections_otherKind(
                        credentials.getId(), credentials.getDescriptor().getDisplayName()));
            }
            return login;
        } catch (IllegalArgumentException e) {
            problems.add(Messages.Connections_unusable(credentials.getId(), e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<QualysPlatform> platform(
            String asked, Optional<StandardCredentials> credentials, List<String> problems) {
        String own = credentials.map(Logins::pod).orElse("");
        String name = first(asked, own, settings.getPod());
        // Without credentials it is not known whether they would name one.
        return name.isEmpty() && credentials.isEmpty() ? Optional.empty() : named(name, problems);
    }

    private static String first(String... names) {
        return Stream.of(names).filter(each -> !each.isEmpty()).findFirst().orElse("");
    }

    private Optional<QualysPlatform> named(String name, List<String> problems) {
        if (name.isEmpty()) {
            problems.add(Messages.Connections_noPlatform());
            return Optional.empty();
        }
        Optional<QualysPlatform> platform = PlatformNames.find(name, settings.getGateways());
        if (platform.isEmpty()) {
            problems.add(PlatformNames.unknown(name, settings.getGateways()));
        }
        return platform;
    }

    @CheckForNull
    private static NetworkSettings network(List<String> problems) {
        try {
            return NetworkSettings.current();
        } catch (ScanRefusedException refused) {
            problems.addAll(refused.problems());
            return null;
        }
    }
}
