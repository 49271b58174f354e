package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides what the exceptions of a policy excuse in one image, and remembers which of them did. */
final class Waivers {
    private final List<WaiverLayer> layers;
    private final Targets neverWaive;
    private final Context context;
    private final boolean secretsScanned;
    private final WaivedList waived = new WaivedList();

    Waivers(Exceptions exceptions, ScanReport report, Context context) {
        this.neverWaive = exceptions.neverWaive();
        this.context = context;
        this.secretsScanned = report.scanTypes().contains(ScanType.SECRET);
        String image = report.image().name();
        this.layers = exceptions.layers().stream()
                .map(layer -> new WaiverLayer(
                        layer.stream().filter(each -> each.coversImage(image)).toList()))
                .toList();
    }

    boolean areNone() {
        return layers.stream().allMatch(layer -> layer.all().isEmpty());
    }

    Waiver of(Finding finding) {
        return decide(
                layer -> layer.about(finding),
                uses -> WaiverLayer.coverAll(uses, finding),
                isNeverWaived(finding),
                new Subject(FindingWording.subject(finding), Wording.name(finding.id()), finding.severity()));
    }

    Waiver of(Secret secret) {
        String subject = secret.subject();
        return decide(
                layer -> layer.about(secret),
                uses -> !uses.isEmpty(),
                false,
                new Subject(subject, subject, secret.severity()));
    }

    Waiver of(InstalledPackage part) {
        String subject = Wording.name(part.name());
        return decide(
                layer -> layer.about(part.name()),
                uses -> !uses.isEmpty(),
                neverWaive.namesPackage(part.name()),
                new Subject(subject, subject, Severity.UNKNOWN));
    }

    private boolean isNeverWaived(Finding finding) {
        return neverWaive.namesRule(finding)
                || neverWaive.namedCve(finding) != null
                || neverWaive.namedPackage(finding) != null;
    }

    private Waiver decide(
            Function<WaiverLayer, List<ExceptionUse>> about,
            Predicate<List<ExceptionUse>> suffice,
            boolean never,
            Subject subject) {
        List<List<ExceptionUse>> found = layers.stream().map(about).toList();
        if (found.stream().allMatch(List::isEmpty)) {
            return Waiver.NONE;
        }
        List<ExceptionUse> expired =
                found.stream().flatMap(List::stream).filter(this::isExpired).toList();
        expired.forEach(use -> use.expired(subject.text()));
        List<List<ExceptionUse>> live = found.stream()
                .map(uses -> uses.stream().filter(use -> !isExpired(use)).toList())
                .toList();
        List<ExceptionUse> all = live.stream().flatMap(List::stream).toList();
        if (!never && live.stream().allMatch(suffice)) {
            all.forEach(ExceptionUse::waives);
            waived.add(subject, all);
            return new Waiver(true, "");
        }
        live.forEach(uses -> uses.forEach(use -> {
            if (never || suffice.test(uses)) {
                use.refused(subject.text());
            } else {
                use.covers(subject.text());
            }
        }));
        return new Waiver(
                false, expired.stream().map(ExceptionUse::note).distinct().collect(Collectors.joining()));
    }

    private boolean isExpired(ExceptionUse use) {
        return use.exception().isExpiredAt(context.now());
    }

    List<Judgement.Waived> waived() {
        return waived.worst();
    }

    void conclude(Conclusion conclusion) {
        waived.conclude(conclusion);
        layers.stream()
                .flatMap(layer -> layer.all().stream())
                .filter(use -> secretsScanned || use.exception().target().secret() == null)
                .forEach(use -> use.conclude(conclusion, context));
    }

    /**
     * What is excused.
     *
     * @param bare without its packages, for exceptions that name one
     */
    record Subject(String text, String bare, Severity severity) {}
}
