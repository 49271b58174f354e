package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.time.Clock;

/**
 * Keeps documents about images beside them, as OCI referrers: the image, its digest and its tags stay as they are. Needs the
 * right to push to the repository.
 */
public final class Referrers {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    // OCI image specification 1.1, manifest.md: the empty descriptor.
    private static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    private static final String EMPTY = "{}";

    private final Transport transport;
    private final CredentialSource credentials;
    private final RegistrySettings settings;
    private final Clock clock;

    public Referrers(Transport transport, CredentialSource credentials, RegistrySettings settings, Clock clock) {
        this.transport = transport;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps one document. Doing it twice with the same content leaves one. It throws nothing: a refusal is a case of the
     * result.
     *
     * @param image with the digest that it is about
     */
    public Attachment attach(ImageReference image, Artifact artifact) {
        Digest digest = image.digest();
        if (digest == null) {
            return new Attachment.Refused(
                    "Could not keep the status of " + image + " in the registry: no digest says which image it is.",
                    "Name the image with its digest.");
        }
        try {
            RegistryAddress address = RegistryAddress.of(image, settings.insecureRegistries());
            RegistryLogin login = new RegistryLogin(transport, credentials, settings, address, RegistryRight.PUSH);
            return attach(new RegistrySession(transport, login, settings, clock), address, digest, artifact);
        } catch (UnresolvedException refused) {
            return new Attachment.Refused(
                    refused.verdict().message(), refused.verdict().howToFix());
        }
    }

    private static Attachment attach(RegistrySession session, RegistryAddress address, Digest digest, Artifact artifact)
            throws UnresolvedException {
        Content subject = session.ask(FetchManifest.byDigest(address, digest));
        upload(session, address, EMPTY);
        upload(session, address, artifact.content());
        ObjectNode manifest = manifest(
                artifact,
                new Descriptor(subject.mediaType(), digest, subject.body().size()));
        String text = manifest.toString();
        Descriptor written = Descriptor.of(MANIFEST, text);
        boolean listed = session.ask(new PutManifest(address, written.digest().value(), MANIFEST, text));
        if (!listed) {
            ObjectNode entry = written.json().put("artifactType", artifact.artifactType());
            entry.set("annotations", annotations(artifact));
            ReferrerTag.add(session, address, digest, entry);
        }
        return new Attachment.Attached(written.digest(), listed);
    }

    private static void upload(RegistrySession session, RegistryAddress address, String content)
            throws UnresolvedException {
        session.ask(new FinishUpload(address, session.ask(new StartUpload(address)), content));
    }

    private static ObjectNode manifest(Artifact artifact, Descriptor subject) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("schemaVersion", 2).put("mediaType", MANIFEST).put("artifactType", artifact.artifactType());
        manifest.set("config", Descriptor.of(EMPTY_TYPE, EMPTY).json());
        manifest.putArray("layers")
                .add(Descriptor.of(artifact.mediaType(), artifact.content()).json());
        manifest.set("subject", subject.json());
        manifest.set("annotations", annotations(artifact));
        return manifest;
    }

    private static ObjectNode annotations(Artifact artifact) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        artifact.annotations().forEach(annotations::put);
        return annotations;
    }
}
