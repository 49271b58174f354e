package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads Docker's {@code config.json}: the helper of the registry, then the helper for all, then the file itself. */
final class DockerConfigCredentials implements CredentialSource {
    private static final long MOST_BYTES = 1 << 20;
    /** Under this name {@code docker login} keeps the login of Docker Hub. */
    private static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

    private final Path file;
    private final CredentialHelper helper;

    private DockerConfigCredentials(Path file, CredentialHelper helper) {
        this.file = file;
        this.helper = helper;
    }

    static DockerConfigCredentials of(Map<String, String> environment, Path home, Duration helperLimit) {
        String directory = environment.getOrDefault("DOCKER_CONFIG", "");
        Path where = directory.isEmpty() ? home.resolve(".docker") : Path.of(directory);
        return new DockerConfigCredentials(
                where.resolve("config.json"), new CredentialHelper(environment, helperLimit));
    }

    @Override
    public CredentialLookup find(String registry) {
        if (!Files.exists(file)) {
            return new CredentialLookup.None();
        }
        JsonNode root;
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MOST_BYTES) {
                return broken("it is larger than " + MOST_BYTES + " bytes");
            }
            root = SmallJson.read(in);
        } catch (IOException e) {
            return broken("it cannot be read: " + e.getMessage());
        } catch (SmallJson.NotReadable e) {
            return broken(String.valueOf(e.getMessage()));
        }
        return find(root, registry);
    }

    private CredentialLookup find(JsonNode root, String registry) {
        String key = registry.equals("docker.io") ? DOCKER_HUB_KEY : registry;
        String name = SmallJson.text(root.path("credHelpers"), registry);
        if (name.isEmpty()) {
            name = SmallJson.text(root.path("credHelpers"), key);
        }
        if (name.isEmpty()) {
            name = SmallJson.text(root, "credsStore");
        }
        CredentialLookup helped = name.isEmpty() ? new CredentialLookup.None() : helper.find(name, key);
        return helped instanceof CredentialLookup.None ? inFile(root.path("auths"), registry) : helped;
    }

    private CredentialLookup inFile(JsonNode auths, String registry) {
        Optional<Map.Entry<String, JsonNode>> entry = auths.properties().stream()
                .filter(each -> host(each.getKey()).equals(registry))
                .findFirst();
        return entry.map(each -> login(registry, each.getValue())).orElseGet(CredentialLookup.None::new);
    }

    /** Older clients wrote addresses such as {@code https://host/v1/} where newer ones write the host. */
    private static String host(String key) {
        String rest = key.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? "docker.io" : host;
    }

    private CredentialLookup login(String registry, JsonNode entry) {
        String identity = SmallJson.text(entry, "identitytoken");
        if (!identity.isEmpty()) {
            return new CredentialLookup.Found(new Credential.IdentityToken(identity));
        }
        String token = SmallJson.text(entry, "registrytoken");
        if (!token.isEmpty()) {
            return new CredentialLookup.Found(new Credential.RegistryToken(token));
        }
        String encoded = SmallJson.text(entry, "auth");
        if (encoded.isEmpty()) {
            return plain(entry);
        }
        try {
            String both = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            if (colon > 0) {
                // Some clients pad the password with zero bytes.
                String password = both.substring(colon + 1).replaceFirst("\0+$", "");
                return new CredentialLookup.Found(new Credential.UserPassword(both.substring(0, colon), password));
            }
        } catch (IllegalArgumentException e) {
            return broken("'auth' of " + registry + " is no Base64");
        }
        return broken("'auth' of " + registry + " is not user:password in Base64");
    }

    private static CredentialLookup plain(JsonNode entry) {
        String user = SmallJson.text(entry, "username");
        String password = SmallJson.text(entry, "password");
        return user.isEmpty() || password.isEmpty()
                ? new CredentialLookup.None()
                : new CredentialLookup.Found(new Credential.UserPassword(user, password));
    }

    private CredentialLookup.Broken broken(String reason) {
        return new CredentialLookup.Broken(
                "the login in " + file + " cannot be used, " + reason + ".",
                "Run 'docker login' for the registry again, or correct the file.");
    }
}
