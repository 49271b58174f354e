package io.jenkins.plugins.qualysfargate.engine.compliance.source;

/** A budget that lasts as long as this program runs. */
public final class MemoryLoginBudget implements LoginBudget {
    private int refusals;

    @Override
    public synchronized boolean spent() {
        return refusals >= MOST_REFUSALS;
    }

    @Override
    public synchronized void refused(String why) {
        refusals++;
    }

    @Override
    public synchronized void accepted() {
        refusals = 0;
    }
}
