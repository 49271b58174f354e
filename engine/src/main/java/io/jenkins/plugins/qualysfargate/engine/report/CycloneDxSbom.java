package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes a CycloneDX 1.5 bill of materials: the packages of one image, or a container with its packages per image, and the
 * findings as vulnerabilities. An image without a complete report has no list of components at all, not an empty one, and
 * is declared as unknown. Equal outcomes give equal bytes.
 */
public final class CycloneDxSbom implements ReportWriter {
    private static final String SCHEMA = "http://cyclonedx.org/schema/bom-1.5.schema.json";

    private final KnownFindings known;

    public CycloneDxSbom(KnownFindings known) {
        this.known = known;
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        List<SbomImage> images = images(outcome);
        DigestOutputStream content = new DigestOutputStream(out, sha256());
        try (JsonOut json = JsonOut.compact(content)) {
            json.startObject().text("$schema", SCHEMA).text("bomFormat", "CycloneDX");
            json.text("specVersion", "1.5").number("version", 1);
            new SbomMetadata(json).write(outcome, images);
            components(images, json);
            compositions(images, json);
            vulnerabilities(images, json);
            // The number stands last, because it is made of what stands before it.
            json.flush();
            byte[] hash = content.getMessageDigest().digest();
            json.text("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(hash));
            json.endObject();
        }
    }

    private static List<SbomImage> images(GateOutcome outcome) {
        List<SbomImage> images = new ArrayList<>();
        for (JudgedImage image : outcome.images()) {
            images.add(new SbomImage(image, "image-" + (images.size() + 1)));
        }
        return images;
    }

    /** One image is what the document is about, so its packages stand at the top; several contain theirs. */
    private static void components(List<SbomImage> images, JsonOut json) throws IOException {
        if (images.size() == 1) {
            images.get(0).packages(json);
            return;
        }
        json.startArray("components");
        for (SbomImage image : images) {
            json.startObject();
            image.container(json);
            image.packages(json);
            json.endObject();
        }
        json.endArray();
    }

    private static void compositions(List<SbomImage> images, JsonOut json) throws IOException {
        json.startArray("compositions");
        if (images.isEmpty()) {
            json.startObject().text("aggregate", "unknown").endObject();
        }
        for (SbomImage image : images) {
            image.composition(json);
        }
        json.endArray();
    }

    private void vulnerabilities(List<SbomImage> images, JsonOut json) throws IOException {
        if (images.stream().noneMatch(SbomImage::reported)) {
            return;
        }
        json.startArray("vulnerabilities");
        for (SbomImage image : images) {
            image.vulnerabilities(known, json);
        }
        json.endArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
