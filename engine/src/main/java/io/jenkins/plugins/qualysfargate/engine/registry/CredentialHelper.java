package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.Body;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks a program {@code docker-credential-<name>} for a login, as the docker-credential-helpers project defines it. */
final class CredentialHelper {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    // What the helpers of that project print if they work and know no login.
    private static final String NOT_FOUND = "credentials not found in native keychain";
    // By the same project, the user name of an identity token.
    private static final String IDENTITY_TOKEN = "<token>";

    private final Map<String, String> environment;
    private final Duration limit;

    /** @param environment what the program gets; its {@code PATH} is searched */
    CredentialHelper(Map<String, String> environment, Duration limit) {
        this.environment = Map.copyOf(environment);
        this.limit = limit;
    }

    /** @param key the registry in the words of the helper */
    CredentialLookup find(String name, String key) {
        if (!NAME.matcher(name).matches()) {
            return new CredentialLookup.Broken(
                    "the credential helper '" + ForeignText.quote(name) + "' of Docker's config.json has a name"
                            + " that is none: letters, digits, _ and - are expected.",
                    "Correct credsStore or credHelpers in Docker's config.json.");
        }
        String program = "docker-credential-" + name;
        Optional<Path> file = onPath(program);
        if (file.isEmpty()) {
            return broken(program, key, "it is not on the PATH");
        }
        try {
            HelperProcess.Output output = new HelperProcess(environment, limit).run(file.get(), key);
            return output.exitCode() == 0 ? read(program, key, output) : refused(program, key, output);
        } catch (IOException e) {
            return broken(program, key, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Path> onPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> path(each, program).stream())
                .filter(each -> each.isAbsolute() && Files.isExecutable(each) && !Files.isDirectory(each))
                .findFirst();
    }

    private static Optional<Path> path(String directory, String program) {
        try {
            return Optional.of(Path.of(directory, program));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static CredentialLookup read(String program, String key, HelperProcess.Output output) {
        try {
            JsonNode root = SmallJson.read(Body.of(output.text()).open());
            String user = SmallJson.text(root, "Username");
            String secret = SmallJson.text(root, "Secret");
            if (user.isEmpty() || secret.isEmpty()) {
                return broken(program, key, "its answer has no Username and Secret");
            }
            return new CredentialLookup.Found(
                    user.equals(IDENTITY_TOKEN)
                            ? new Credential.IdentityToken(secret)
                            : new Credential.UserPassword(user, secret));
        } catch (SmallJson.NotReadable e) {
            return broken(program, key, "its answer is not the JSON that is expected");
        }
    }

    private static CredentialLookup refused(String program, String key, HelperProcess.Output output) {
        return output.text().contains(NOT_FOUND)
                ? new CredentialLookup.None()
                : broken(program, key, "it ended with exit code " + output.exitCode());
    }

    private static CredentialLookup.Broken broken(String program, String key, String reason) {
        return new CredentialLookup.Broken(
                "the credential helper " + program + " gave no login for " + key + ": " + reason + ".",
                "Try 'echo " + key + " | " + program + " get', install or repair the helper, or take it out of Docker's"
                        + " config.json.");
    }
}
