package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.ClientCredentialsTokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what to log in to Qualys. A secret comes from the environment or a file, never from an argument. */
final class LoginOptions {
    private static final String TOKEN = "QUALYS_ACCESS_TOKEN";
    private static final String CLIENT_ID = "QUALYS_CLIENT_ID";
    private static final String CLIENT_SECRET = "QUALYS_CLIENT_SECRET";
    private static final String SECRET = "QUALYS_SECRET_ARN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the Qualys access token, read for every scan. Default: $QUALYS_ACCESS_TOKEN, or"
                    + " $QUALYS_CLIENT_ID and $QUALYS_CLIENT_SECRET.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--qualys-secret",
            paramLabel = "ID",
            description = "Name or ARN of a secret in Secrets Manager with qualys_pod and qualys_access_token. Default:"
                    + " $QUALYS_SECRET_ARN.")
    private @Nullable String secret;

    /** The secret of Secrets Manager that holds the login; null if it is elsewhere. */
    @Nullable
    String secret(Map<String, String> environment) {
        if (secret != null) {
            return secret;
        }
        // What is set for a scanner in the same place gives way to what was set for this one.
        return has(environment, SECRET) && tokenFile == null && !has(environment, TOKEN) && !has(environment, CLIENT_ID)
                ? environment.get(SECRET)
                : null;
    }

    /** What is missing or contradicts itself, a sentence each. */
    List<String> problems(Map<String, String> environment) {
        String token = tokenFile != null ? "--token-file" : has(environment, TOKEN) ? "$" + TOKEN : "";
        List<String> client = Stream.of(CLIENT_ID, CLIENT_SECRET)
                .filter(each -> has(environment, each))
                .map(each -> "$" + each)
                .toList();
        List<String> problems = new ArrayList<>();
        if (secret != null && !(token.isEmpty() && client.isEmpty())) {
            problems.add("Two logins for Qualys are given: --qualys-secret, and "
                    + (token.isEmpty() ? String.join(" with ", client) : token)
                    + ". Which one is meant cannot be told; take one away.");
        } else if (secret(environment) != null) {
            return problems;
        }
        if (!token.isEmpty() && !client.isEmpty()) {
            problems.add("Two logins for Qualys are given: " + token + ", and " + String.join(" with ", client)
                    + ". Which one is meant cannot be told; take one away.");
        } else if (client.size() == 1) {
            problems.add("Only " + client.get(0) + " is set, and $" + CLIENT_ID + " and $" + CLIENT_SECRET
                    + " go together. Set the other one too.");
        } else if (token.isEmpty() && client.isEmpty()) {
            problems.add("No Qualys access token is given. Set $" + TOKEN + " or use --token-file, set $" + CLIENT_ID
                    + " and $" + CLIENT_SECRET + ", or name a secret of AWS with --qualys-secret.");
        }
        if (tokenFile != null && !Files.isReadable(tokenFile)) {
            problems.add("The token file " + tokenFile + " does not exist or may not be read.");
        }
        return problems;
    }

    /** As it is now; a token file is read. */
    QualysLogin login(Map<String, String> environment) throws IOException {
        if (tokenFile != null) {
            return new QualysLogin.FixedToken(fromFile(tokenFile));
        }
        return has(environment, TOKEN)
                ? new QualysLogin.FixedToken(credential(environment, TOKEN))
                : new QualysLogin.ClientCredentials(
                        credential(environment, CLIENT_ID), credential(environment, CLIENT_SECRET));
    }

    /** For scans, which may be many and take long: a token file is read for each, a client gets tokens as they run out. */
    TokenSource tokens(QualysPlatform platform, HttpSettings http, Session session) throws IOException {
        Path file = tokenFile;
        if (file != null) {
            return () -> fromFile(file);
        }
        return login(session.environment())
                .fold(
                        fixed -> TokenSource.fixed(fixed.token()),
                        client -> ClientCredentialsTokenSource.create(platform, client, http, session.clock()));
    }

    private static boolean has(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static Credential credential(Map<String, String> environment, String name) {
        return Credential.of("$" + name, environment.getOrDefault(name, ""));
    }

    private static Credential fromFile(Path file) throws IOException {
        try {
            return Credential.of("the token in " + file, Files.readString(file));
        } catch (IllegalArgumentException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }
}
