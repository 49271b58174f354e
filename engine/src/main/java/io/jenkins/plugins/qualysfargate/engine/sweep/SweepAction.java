package io.jenkins.plugins.qualysfargate.engine.sweep;

/** Is told what a sweep finds, image by image, and does something about it. */
@FunctionalInterface
public interface SweepAction {

    void found(SweepFinding finding);

    /** Called once after the last finding; does what is still to be done. */
    default void finish() {}

    /** Both are told, one after the other. */
    default SweepAction and(SweepAction other) {
        SweepAction first = this;
        return new SweepAction() {
            @Override
            public void found(SweepFinding finding) {
                first.found(finding);
                other.found(finding);
            }

            @Override
            public void finish() {
                first.finish();
                other.finish();
            }
        };
    }
}
