package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks from what a name points to down to the manifest of every wanted platform. Used once. */
final class ManifestWalk {
    private static final int DEEPEST_INDEX = 3;

    private final RegistrySession session;
    private final RegistryAddress address;
    private final List<Platform> wanted;
    private final Set<PlatformManifest> found = new LinkedHashSet<>();
    private final Set<Platform> existing = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param wanted empty for all */
    ManifestWalk(RegistrySession session, RegistryAddress address, List<Platform> wanted) {
        this.session = session;
        this.address = address;
        this.wanted = wanted.stream().map(PlatformForm::normal).distinct().toList();
    }

    Resolution.Resolved resolve(ImageReference image) throws UnresolvedException {
        Digest asked = image.digest();
        String tag = image.tag() == null ? "latest" : image.tag();
        FetchManifest fetch =
                asked == null ? FetchManifest.byTag(address, tag) : FetchManifest.byDigest(address, asked);
        Content top = session.ask(fetch);
        visit(fetch, top, null, 1);
        requireWanted(image);
        return new Resolution.Resolved(image, top.digest(), List.copyOf(found), remarks);
    }

    private void visit(FetchManifest fetch, Content content, Manifest.@Nullable Entry entry, int depth)
            throws UnresolvedException {
        Manifest manifest = new ManifestParser(fetch.action()).parse(content);
        if (entry != null && MediaType.INDEXES.contains(entry.mediaType()) != manifest instanceof Manifest.Index) {
            throw new UnresolvedException(
                    "Could not " + fetch.action() + ": the index calls it '" + entry.mediaType() + "', and it is not.",
                    "Build and push the image again with a current tool.");
        }
        Platform declared = entry == null ? null : entry.platform();
        if (manifest instanceof Manifest.Single single) {
            Platform platform = declared == null ? session.ask(new FetchConfig(address, single.config())) : declared;
            take(PlatformForm.normal(platform), content.digest(), single.config());
        } else if (manifest instanceof Manifest.Index index) {
            if (depth > DEEPEST_INDEX) {
                throw new UnresolvedException(
                        "Could not " + fetch.action() + ": indexes are nested deeper than " + DEEPEST_INDEX + ".",
                        "Push the image with one index over its platforms.");
            }
            for (Manifest.Entry each : index.entries()) {
                visit(each, depth);
            }
        }
    }

    private void visit(Manifest.Entry entry, int depth) throws UnresolvedException {
        if (entry.attestation()) {
            remarks.add("Left out " + entry.digest() + ": it is an attestation (unknown/unknown) and no image.");
            return;
        }
        if (!MediaType.known(entry.mediaType())) {
            remarks.add("Left out " + entry.digest() + ": its type '" + ForeignText.quote(entry.mediaType())
                    + "' is no image.");
            return;
        }
        boolean index = MediaType.INDEXES.contains(entry.mediaType());
        if (!index && entry.platform() != null && !isWanted(PlatformForm.normal(entry.platform()))) {
            existing.add(PlatformForm.normal(entry.platform()));
            return;
        }
        FetchManifest fetch = FetchManifest.byDigest(address, entry.digest());
        Content content = session.ask(fetch);
        visit(fetch, content, entry, depth + 1);
    }

    private void take(Platform platform, Digest manifest, Digest config) {
        existing.add(platform);
        if (isWanted(platform)) {
            found.add(new PlatformManifest(platform, manifest, config));
        }
    }

    private boolean isWanted(Platform platform) {
        return wanted.isEmpty() || wanted.contains(platform);
    }

    private void requireWanted(ImageReference image) throws UnresolvedException {
        if (existing.isEmpty()) {
            throw new UnresolvedException(
                    "Could not resolve " + image + ": it is an index without a single image.",
                    "Push the image again; if only attestations are left, the images were deleted.");
        }
        Set<Platform> reached = found.stream().map(PlatformManifest::platform).collect(Collectors.toSet());
        List<Platform> missing =
                wanted.stream().filter(each -> !reached.contains(each)).toList();
        if (!missing.isEmpty()) {
            throw new UnresolvedException(
                    "Could not resolve " + image + ": it does not exist for " + listed(missing) + "; it exists for "
                            + listed(List.copyOf(existing)) + ".",
                    "Ask for one of the platforms that exist, or build and push the image for the missing ones.");
        }
    }

    private static String listed(List<Platform> platforms) {
        return platforms.stream().map(Platform::toString).sorted().limit(20).collect(Collectors.joining(", "));
    }
}
