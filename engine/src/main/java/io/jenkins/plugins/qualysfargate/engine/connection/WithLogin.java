package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source whose login is looked up with every look; with another login it starts anew. */
final class WithLogin implements ScanSource {
    private final String id;
    private final @Nullable String credentials;
    private final CredentialLookup lookup;
    private final LoginBudget budget;
    private final Function<Login, ScanSource> maker;
    private @Nullable Login login;
    private @Nullable ScanSource source;

    /** @param maker throws {@link IllegalArgumentException} for a login that such a source cannot have */
    WithLogin(
            String id,
            @Nullable String credentials,
            CredentialLookup lookup,
            LoginBudget budget,
            Function<Login, ScanSource> maker) {
        this.id = id;
        this.credentials = credentials;
        this.lookup = lookup;
        this.budget = budget;
        this.maker = maker;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Look look(Instant from, Instant now) {
        Optional<Login> found = credentials == null ? Optional.empty() : lookup.find(credentials);
        if (found.isEmpty()) {
            return new Look.Blind(
                    id,
                    now,
                    "There are no credentials named '" + credentials + "' for the source " + id + ".",
                    "Give them under this name, or name others in the compliance file.",
                    false);
        }
        try {
            return with(found.get()).look(from, now);
        } catch (IllegalArgumentException wrong) {
            return new Look.Blind(
                    id,
                    now,
                    "The credentials '" + credentials + "' cannot be used for the source " + id + ": "
                            + wrong.getMessage(),
                    "Give credentials of the kind that the page of this source names.",
                    false);
        }
    }

    private ScanSource with(Login now) {
        ScanSource current = source;
        if (current == null || !now.equals(login)) {
            if (login != null) {
                budget.accepted();
            }
            current = maker.apply(now);
            source = current;
            login = now;
        }
        return current;
    }
}
