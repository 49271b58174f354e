package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.MachineFacts.Target;
import io.jenkins.plugins.qualysfargate.sidecar.SourceReadiness.State;
import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.proc.Capability;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import io.jenkins.plugins.qualysfargate.sidecar.proc.PtraceScope;
import io.jenkins.plugins.qualysfargate.sidecar.syscall.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sources of events can be used, concluded from facts alone.
 *
 * @param sources in the order of how much they see
 */
record Readiness(List<SourceReadiness> sources) {
    private static final String GRANT_PTRACE =
            "Add SYS_PTRACE to linuxParameters.capabilities of the sidecar's container (Fargate platform 1.4.0 or later).";
    /** Each watched directory takes one; trees such as /etc of a full distribution have hundreds. */
    private static final long FEW_WATCHES = 1024;

    Readiness {
        sources = List.copyOf(sources);
    }

    static Readiness of(MachineFacts facts) {
        List<SourceReadiness> sources = new ArrayList<>();
        sources.add(architecture(facts));
        sources.add(ptrace(facts));
        sources.add(inotify(facts));
        sources.add(
                facts.trials().socketDiagnosis() == 0
                        ? SourceReadiness.available(Source.SOCK_DIAG, "a socket of that kind could be opened")
                        : refused(Source.SOCK_DIAG, facts.trials().socketDiagnosis(), "Look for a seccomp profile."));
        sources.add(packets(facts));
        if (facts.target() != null) {
            sources.add(target(facts.target()));
        }
        return new Readiness(sources);
    }

    /** Nothing could be found out, so nothing can be promised. */
    static Readiness unknown(String reason, String howToFix) {
        return new Readiness(List.of(SourceReadiness.unavailable(Source.MACHINE, reason, howToFix)));
    }

    /** True if every source is fully available. */
    boolean complete() {
        return sources.stream().allMatch(each -> each.state() == State.AVAILABLE);
    }

    private static SourceReadiness architecture(MachineFacts facts) {
        String machine = facts.kernel().machine();
        return Architecture.ofMachine(machine)
                .map(each -> SourceReadiness.available(Source.ARCHITECTURE, machine + " is supported"))
                .orElseGet(() -> SourceReadiness.unavailable(
                        Source.ARCHITECTURE, machine + " is not supported", "Run the task on X86_64 or ARM64."));
    }

    private static SourceReadiness ptrace(MachineFacts facts) {
        if (facts.trials().ptrace() != 0) {
            return refused(
                    Source.PTRACE, facts.trials().ptrace(), "Let the seccomp profile allow ptrace. " + GRANT_PTRACE);
        }
        PtraceScope scope = facts.ptraceScope();
        if (scope == PtraceScope.NO_ATTACH) {
            return SourceReadiness.unavailable(
                    Source.PTRACE,
                    "kernel.yama.ptrace_scope is 3: nobody may attach",
                    "Use another host; Fargate does not set this.");
        }
        if (facts.own().may(Capability.CAP_SYS_PTRACE)) {
            return SourceReadiness.available(Source.PTRACE, "CAP_SYS_PTRACE is held and the call is not filtered");
        }
        // Others of the same user could be traced; but what they start as the owner of its file would lose that right.
        return SourceReadiness.unavailable(
                Source.PTRACE,
                "CAP_SYS_PTRACE is not held, and traced without it programs would lose their set-user-ID",
                GRANT_PTRACE);
    }

    private static SourceReadiness inotify(MachineFacts facts) {
        if (facts.trials().inotify() == LibC.EMFILE) {
            return SourceReadiness.unavailable(
                    Source.INOTIFY,
                    "all " + facts.inotifyLimits().instances() + " instances of this user are taken",
                    "End other watchers, or raise fs.inotify.max_user_instances.");
        }
        if (facts.trials().inotify() != 0) {
            return refused(Source.INOTIFY, facts.trials().inotify(), "Look for a seccomp profile.");
        }
        long watches = facts.inotifyLimits().watches();
        return watches < FEW_WATCHES
                ? SourceReadiness.limited(
                        Source.INOTIFY,
                        "only " + watches + " directories can be watched",
                        "Watch fewer trees, or raise fs.inotify.max_user_watches.")
                : SourceReadiness.available(Source.INOTIFY, watches + " directories can be watched");
    }

    private static SourceReadiness packets(MachineFacts facts) {
        if (facts.trials().packetSocket() == 0) {
            return SourceReadiness.available(Source.PACKETS, "a socket of that kind could be opened");
        }
        return facts.own().may(Capability.CAP_NET_RAW)
                ? refused(Source.PACKETS, facts.trials().packetSocket(), "Look for a seccomp profile.")
                : SourceReadiness.unavailable(
                        Source.PACKETS,
                        "CAP_NET_RAW is not held: connections shorter than a poll of sock_diag are missed",
                        "Do not drop NET_RAW from the sidecar's container.");
    }

    private static SourceReadiness target(Target target) {
        Source source = Source.PROCESS;
        String process = "process " + target.pid();
        ProcessStatus status = target.status();
        if (status == null) {
            return SourceReadiness.unavailable(
                    source, "there is no " + process, "Set pidMode to 'task' in the task definition.");
        }
        if (status.tracerPid() != 0) {
            return SourceReadiness.limited(
                    source,
                    "process " + status.tracerPid() + " traces " + process + " already, and only one may",
                    "End the debugger or the other agent; the other sources go on.");
        }
        return target.rootReadable()
                ? SourceReadiness.available(source, "nobody traces " + process + " and its files can be reached")
                : SourceReadiness.limited(
                        source, "the files of " + process + " cannot be reached through /proc", GRANT_PTRACE);
    }

    private static SourceReadiness refused(Source source, int errno, String howToFix) {
        String name = errno == LibC.EPERM ? "EPERM" : "errno " + errno;
        return SourceReadiness.unavailable(source, "the kernel refuses it with " + name, howToFix);
    }
}
