package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginBudgetTest {
    private final LoginBudget budget = new MemoryLoginBudget();

    @Test
    void shouldBeSpentAfterTwoRefusedLogins() {
        budget.refused("wrong password");
        assertThat(budget.spent()).isFalse();
        budget.refused("wrong password");
        assertThat(budget.spent()).isTrue();
    }

    @Test
    void shouldStartAnewAfterAnAcceptedLogin() {
        budget.refused("wrong password");
        budget.accepted();
        budget.refused("wrong password");
        assertThat(budget.spent()).isFalse();
    }
}
