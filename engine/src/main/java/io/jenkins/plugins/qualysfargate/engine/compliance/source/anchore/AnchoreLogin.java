package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Anchore knows who asks; never prints the password.
 *
 * @param account whose images are meant, if the user may see several; null for the user's own
 */
public record AnchoreLogin(
        String user, String password, @Nullable String account) {
    // It travels in a header.
    private static final Pattern ACCOUNT = Pattern.compile("[!-~]{1,128}");

    /** @throws IllegalArgumentException naming the part that cannot be used, and not showing it */
    public AnchoreLogin {
        if (user.isBlank() || user.indexOf(':') >= 0 || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "The Anchore login cannot be used: user and password must not be empty, and"
                            + " the user holds no colon; check the credentials");
        }
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException(
                    "The Anchore account cannot be used: up to 128 visible ASCII characters are expected");
        }
    }

    @Override
    public String toString() {
        return "user " + user;
    }
}
