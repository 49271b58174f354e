package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin.Account;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tenable.sc as one user sees it, for one look. Nobody logs in once the budget is spent; a session that the server has ended is
 * begun again once, and every session that was begun is ended.
 */
final class TenableSession implements AutoCloseable {
    private final TenableClient client;
    private final LoginBudget budget;
    private final @Nullable Account account;
    private Map<String, String> headers;
    private boolean renewed;
    private boolean known;

    private TenableSession(
            TenableClient client, LoginBudget budget, @Nullable Account account, Map<String, String> headers) {
        this.client = client;
        this.budget = budget;
        this.account = account;
        this.headers = headers;
    }

    /** @throws BlindException also if nobody may log in any more */
    static TenableSession open(TenableClient client, LoginBudget budget) throws BlindException {
        refuseIfSpent(client, budget);
        TenableLogin login = client.server().login();
        Account account = login.<@Nullable Account>fold(key -> null, it -> it);
        if (account != null) {
            return new TenableSession(client, budget, account, new OpenAccount(client, budget).headers(account));
        }
        return new TenableSession(client, budget, null, login.fold(TenableSession::header, it -> Map.of()));
    }

    /** Tenable.sc API, "API keys". */
    private static Map<String, String> header(TenableLogin.ApiKey key) {
        return Map.of("x-apikey", "accessKey=" + key.accessKey() + "; secretKey=" + key.secretKey());
    }

    static void refuseIfSpent(TenableClient client, LoginBudget budget) throws BlindException {
        if (budget.spent()) {
            throw new BlindException(
                    "Did not ask " + client.server().rest() + ": its "
                            + client.server().login() + " was refused " + LoginBudget.MOST_REFUSALS
                            + " times, and once more may lock the account.",
                    "Correct the credentials, unlock the account if it is locked, then allow logins to this source again.",
                    true,
                    null);
        }
    }

    /** The answer to a question. */
    <T> T ask(TenableCall<T> question) throws BlindException {
        Envelope answer;
        try {
            answer = client.exchange(question, headers);
        } catch (TenableErrorException refused) {
            if (!refused.loginInvalid()) {
                throw refused;
            }
            answer = askAgain(question, refused);
        }
        if (!known && account == null) {
            budget.accepted();
        }
        known = true;
        return client.read(question, answer);
    }

    private Envelope askAgain(TenableCall<?> question, TenableErrorException refused) throws BlindException {
        if (account == null) {
            budget.refused(refused.situation());
            throw new BlindException(
                    refused.situation(),
                    "Check the API key: that it is whole, that it was not revoked, and that API keys are allowed in the"
                            + " settings of Tenable.sc.",
                    true,
                    refused);
        }
        if (renewed || !question.call(client.server()).repeatable()) {
            throw refused;
        }
        renewed = true;
        headers = new OpenAccount(client, budget).headers(account);
        return client.exchange(question, headers);
    }

    /** Ends the session; if that fails the server ends it by itself after a while. */
    @Override
    public void close() {
        if (account == null) {
            return;
        }
        // A look that was cancelled must not leave a session behind, and with the flag set nothing can be sent.
        boolean cancelled = Thread.interrupted();
        try {
            client.last(new DeleteToken(), headers);
        } finally {
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
