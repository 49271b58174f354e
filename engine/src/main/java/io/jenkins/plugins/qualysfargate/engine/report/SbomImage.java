package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One image of a bill of materials. */
final class SbomImage {
    private final JudgedImage image;
    private final String ref;
    private final @Nullable ScanReport report;
    private final @Nullable SbomPackages packages;

    /** @param ref what names it in the document; its packages and findings get names below that one */
    SbomImage(JudgedImage image, String ref) {
        this.image = image;
        this.ref = ref;
        this.report = image.report();
        this.packages = report == null ? null : SbomPackages.of(report, ref);
    }

    /** True if there is a complete report to list anything from. */
    boolean reported() {
        return report != null;
    }

    /** The members of the container, without its packages. */
    void container(JsonOut json) throws IOException {
        json.text("type", "container").text("bom-ref", ref);
        json.text("name", image.name() == null ? image.source() : image.name());
        json.textIfKnown("version", image.digest()).textIfKnown("purl", url());
        SbomProperties properties = new SbomProperties(json).start();
        properties
                .put("verdict", image.verdict().kind())
                .put("reason", image.verdict().reason());
        properties.put(SbomProperties.INCOMPLETE, incomplete()).put("platform", image.platform());
        if (report != null) {
            properties.put("image-id", report.image().imageId()).put("scanned-at", report.scannedAt());
            properties.put("scan-types", String.join(",", Verdicts.scanTypes(report)));
        }
        properties.put("source", image.source()).end();
    }

    /** Why packages may be missing; null if the scanner listed all that it looked at. */
    private @Nullable String incomplete() {
        if (report == null || packages == null) {
            return "There is no complete report of this image, so its packages are not known.";
        }
        if (report.packages().isEmpty()) {
            return "The report has no inventory, so only packages with findings are listed.";
        }
        return packages.omitted() ? "More packages have findings than are listed." : null;
    }

    /** Only where name and digest are known, and the registry only where the name says it. */
    private @Nullable PackageUrl url() {
        String name = image.name();
        Digest digest = image.digest();
        if (name == null || digest == null) {
            return null;
        }
        try {
            ImageReference reference = ImageReference.parse(name);
            boolean withRegistry = name.startsWith(reference.registry() + "/");
            return PackageUrl.ofImage(reference, digest, image.platform(), withRegistry);
        } catch (IllegalArgumentException noReference) {
            // The name came with a report and need not be one that a registry would take.
            return null;
        }
    }

    /** The list of packages; none at all, not even an empty one, where nothing is known. */
    void packages(JsonOut json) throws IOException {
        if (packages == null) {
            return;
        }
        json.startArray("components");
        for (int i = 0; i < packages.size(); i++) {
            InstalledPackage each = packages.get(i);
            json.startObject().text("type", "library").text("bom-ref", packages.ref(i));
            json.text("name", each.name());
            json.textIfKnown("version", each.version().isEmpty() ? null : each.version());
            json.textIfKnown("purl", each.url()).endObject();
        }
        json.endArray();
    }

    void composition(JsonOut json) throws IOException {
        if (incomplete() != null) {
            json.startObject().text("aggregate", report == null ? "unknown" : "incomplete");
            json.texts("assemblies", List.of(ref)).endObject();
        }
    }

    void vulnerabilities(KnownFindings known, JsonOut json) throws IOException {
        if (report == null || packages == null) {
            return;
        }
        SbomVulnerability each =
                new SbomVulnerability(packages, SbomProperties.scanner(report), new NewFindings(known, image), json);
        Waivers waivers = new Waivers(image.judgement().waived());
        long number = 0;
        for (Finding finding : report.findings()) {
            number++;
            each.write(ref + "/finding-" + number, finding, waivers.of(finding));
        }
    }
}
