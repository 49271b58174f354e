package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment that the scanner gets: what it needs of the inherited one, a home of its own, and the secrets, which
 * travel nowhere else. It never prints itself.
 */
final class ScannerEnvironment {
    static final String ACCESS_TOKEN = "QUALYS_ACCESS_TOKEN";
    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "LANG",
            "LANGUAGE",
            "TZ",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "DOCKER_HOST",
            "DOCKER_CERT_PATH",
            "DOCKER_TLS_VERIFY",
            "CONTAINERD_ADDRESS",
            "XDG_RUNTIME_DIR");
    private static final Set<String> PROXIES = Set.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");
    private static final Set<String> REGION = Set.of("AWS_REGION", "AWS_DEFAULT_REGION");
    /** What the scanner, or the cloud's SDK in it, would take as a login if it stood there. */
    static final Set<String> SENSITIVE = Set.of(
            ACCESS_TOKEN,
            "QUALYS_CLIENT_ID",
            "QUALYS_CLIENT_SECRET",
            RegistryVariables.USERNAME,
            RegistryVariables.PASSWORD,
            RegistryVariables.TOKEN,
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_PROFILE",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN");

    private static final Set<String> SECRET_NAMES =
            Set.of("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN");
    private static final Pattern ECR =
            Pattern.compile("[0-9]{12}\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]{1,32})\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern PROXY_PASSWORD = Pattern.compile("://[^:/@]*:(.+)@");

    private final Map<String, String> variables = new TreeMap<>();
    private final Set<String> secrets = new TreeSet<>();

    private ScannerEnvironment() {}

    /** For a command that needs no secret, such as {@code version}. */
    static ScannerEnvironment bare(Map<String, String> inherited, ScanDirectories directories) {
        ScannerEnvironment environment = new ScannerEnvironment();
        inherited.forEach((name, value) -> {
            if (isInherited(name)) {
                environment.variables.put(name, value);
                environment.noteProxyPassword(name, value);
            }
        });
        environment.variables.putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.variables.put("HOME", directories.home());
        environment.variables.put("TMPDIR", directories.temporary());
        return environment;
    }

    /** For a scan. */
    static ScannerEnvironment of(
            ScanRequest request, Credential token, Map<String, String> inherited, ScanDirectories directories) {
        ScannerEnvironment environment = bare(inherited, directories);
        environment.secret(ACCESS_TOKEN, token);
        request.registryAccess()
                .fold(
                        ambient -> environment.ambientCloud(inherited),
                        cloud -> environment.onlyRegion(inherited).secrets(cloud.variables()),
                        login -> environment.login(login),
                        bearer -> environment.secret(RegistryVariables.TOKEN, bearer.token()));
        environment.regionOf(request);
        return environment;
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Every value that must not be seen in a log. */
    List<String> secrets() {
        return new ArrayList<>(secrets);
    }

    private static boolean isInherited(String name) {
        boolean scannersOwn = name.startsWith("QSCANNER_") && !name.startsWith("QSCANNER_REGISTRY_");
        return INHERITED.contains(name)
                || PROXIES.contains(name.toUpperCase(Locale.ROOT))
                || name.startsWith("LC_")
                || scannersOwn;
    }

    private ScannerEnvironment ambientCloud(Map<String, String> inherited) {
        inherited.forEach((name, value) -> {
            if (name.startsWith("AWS_")) {
                variables.put(name, value);
                if (SECRET_NAMES.contains(name)) {
                    secrets.add(value);
                }
            }
        });
        return this;
    }

    private ScannerEnvironment onlyRegion(Map<String, String> inherited) {
        for (String name : REGION) {
            if (inherited.containsKey(name)) {
                variables.put(name, inherited.getOrDefault(name, ""));
            }
        }
        return this;
    }

    private ScannerEnvironment login(RegistryAccess.Login login) {
        variables.put(RegistryVariables.USERNAME, login.user());
        return secret(RegistryVariables.PASSWORD, login.password());
    }

    private ScannerEnvironment secrets(Map<String, Credential> given) {
        given.forEach((name, value) -> {
            variables.put(name, value.value());
            if (SECRET_NAMES.contains(name)) {
                secrets.add(value.value());
            }
        });
        return this;
    }

    private ScannerEnvironment secret(String name, Credential credential) {
        variables.put(name, credential.value());
        secrets.add(credential.value());
        return this;
    }

    /** ECR is asked in the registry's own region; its host name tells which one that is. */
    private void regionOf(ScanRequest request) {
        Matcher host = ECR.matcher(request.image().registry());
        if (host.matches() && REGION.stream().noneMatch(variables::containsKey)) {
            variables.put("AWS_REGION", host.group(1));
        }
    }

    private void noteProxyPassword(String name, String value) {
        Matcher password = PROXY_PASSWORD.matcher(value);
        if (PROXIES.contains(name.toUpperCase(Locale.ROOT)) && password.find()) {
            secrets.add(password.group(1));
        }
    }
}
