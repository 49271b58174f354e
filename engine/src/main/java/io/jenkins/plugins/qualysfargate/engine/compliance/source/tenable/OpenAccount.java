package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin.Account;
import java.util.Map;

/** Logs a user in, and counts every refusal; one at a time, so that nobody has more tries than the budget. */
final class OpenAccount {
    private final TenableClient client;
    private final LoginBudget budget;

    OpenAccount(TenableClient client, LoginBudget budget) {
        this.client = client;
        this.budget = budget;
    }

    /** What every call of the session carries. */
    Map<String, String> headers(Account account) throws BlindException {
        synchronized (budget) {
            TenableSession.refuseIfSpent(client, budget);
            FetchSystem system = new FetchSystem();
            Cookies first = client.read(system, client.exchange(system, Map.of()));
            CreateToken.Token token = token(new CreateToken(account, first));
            if (token.value().isEmpty()) {
                throw tooManySessions(account);
            }
            return Map.of(
                    "x-securitycenter", token.value(), "cookie", token.cookies().line());
        }
    }

    private CreateToken.Token token(CreateToken question) throws BlindException {
        Envelope answer;
        try {
            answer = client.exchange(question, Map.of());
        } catch (TenableErrorException refused) {
            if (!refused.refusesLogin()) {
                throw refused;
            }
            budget.refused(refused.situation());
            throw new BlindException(
                    refused.situation(),
                    "Check user and password, and that the account is neither locked nor expired. After "
                            + LoginBudget.MOST_REFUSALS
                            + " refusals nobody asks again, so that it does not become locked.",
                    true,
                    refused);
        }
        budget.accepted();
        return client.read(question, answer);
    }

    private BlindException tooManySessions(Account account) {
        return new BlindException(
                "Could not log in as '" + account.user() + "' at "
                        + client.server().rest()
                        + ": the user has as many sessions as are allowed, and none of them was ended for this one.",
                "Give this program a user of its own or an API key; sessions that nobody uses end by themselves.",
                false,
                null);
    }
}
