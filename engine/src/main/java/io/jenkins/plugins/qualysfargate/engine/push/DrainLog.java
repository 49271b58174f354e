package io.jenkins.plugins.qualysfargate.engine.push;

/** Is told what happens while the queue is drained: for log lines and metrics. Called from several threads at once. */
@FunctionalInterface
public interface DrainLog {
    void happened(DrainEvent event);

    /** Both are told. */
    default DrainLog and(DrainLog other) {
        return event -> {
            happened(event);
            other.happened(event);
        };
    }
}
