package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import io.jenkins.plugins.qualysfargate.jenkins.agent.RegistryCalls;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import java.util.Set;

/**
 * A scan that can begin: every parameter was understood, every name found.
 *
 * @param archive which reports to keep with the build
 */
record ScanPlan(
        ScanOrder order, Policy policy, ScannerLocation scanner, RegistryCalls registry, Set<ReportFormat> archive) {

    /** Name of the Qualys platform; null where it is known by its gateway only. */
    @CheckForNull
    String pod() {
        return order.connection().platform().fold(pod -> pod.name().name(), gateway -> null);
    }
}
