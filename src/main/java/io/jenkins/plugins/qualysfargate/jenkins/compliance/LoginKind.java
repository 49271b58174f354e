package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** What the parts of stored credentials are. */
enum LoginKind {
    /** A user with a password, or a secret text, as they are. */
    AUTO,
    /** A pair of keys that Jenkins keeps as a user and a password: the access key and the secret key. */
    KEYS,
    /** One secret; of a user with a password it is the password. */
    TOKEN;

    /** As it is written in forms and files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is not known. */
    static Optional<LoginKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(LoginKind::word).collect(Collectors.joining(", "));
    }

    /** Empty if credentials of this type cannot be that. */
    Optional<Login> login(StandardCredentials credentials) {
        if (credentials instanceof StandardUsernamePasswordCredentials user) {
            String name = user.getUsername();
            String password = user.getPassword().getPlainText();
            return Optional.of(
                    switch (this) {
                        case AUTO -> new Login.User(name, password);
                        case KEYS -> new Login.KeyPair(name, password);
                        case TOKEN -> new Login.Token(password);
                    });
        }
        if (credentials instanceof StringCredentials text && this != KEYS) {
            return Optional.of(new Login.Token(text.getSecret().getPlainText()));
        }
        return Optional.empty();
    }
}
