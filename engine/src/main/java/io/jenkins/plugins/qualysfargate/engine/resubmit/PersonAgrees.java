package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import java.util.ArrayList;
import java.util.List;

/** G10: whatever is huge or in production, or whose launch nobody serialises, is a person's decision. */
final class PersonAgrees {
    /** The tag of monitors of production. */
    static final String PRODUCTION = "production";

    private PersonAgrees() {}

    static GuardVerdict judge(ResubmissionCase it) {
        List<String> because = new ArrayList<>();
        Monitor monitor = it.standing().monitor();
        if (monitor.huge() && it.settings().hugeNeedsApproval()) {
            because.add("it is huge");
        }
        if (monitor.tags().contains(PRODUCTION)) {
            because.add("its monitor is tagged '" + PRODUCTION + "'");
        }
        if (it.controllers().needPerson()) {
            because.add("other controllers may start it at the same time, and no lease is shared with them");
        }
        return because.isEmpty()
                ? Guard.PERSON_AGREES.passes("It needs nobody's approval.")
                : Guard.PERSON_AGREES.asks("A person has to agree: " + String.join(", and ", because) + ".");
    }
}
