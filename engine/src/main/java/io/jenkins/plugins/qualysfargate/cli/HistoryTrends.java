package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.report.ImageTrends;
import io.jenkins.plugins.qualysfargate.engine.scan.StoredTrends;
import org.jspecify.annotations.Nullable;

/** Trends out of the history. One that cannot be read is left out of the report, and the terminal says why. */
final class HistoryTrends implements ImageTrends {
    private final @Nullable History history;
    private final Terminal terminal;

    /** @param history null for none, and then there are no trends */
    HistoryTrends(@Nullable History history, Terminal terminal) {
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    public @Nullable Trend of(JudgedImage image) {
        if (history == null) {
            return null;
        }
        try {
            return new StoredTrends(history).of(image).orElse(null);
        } catch (HistoryUnavailableException | CorruptHistoryException lost) {
            terminal.note("The report shows no trend of " + image.displayName() + ": " + lost.getMessage());
            return null;
        }
    }
}
