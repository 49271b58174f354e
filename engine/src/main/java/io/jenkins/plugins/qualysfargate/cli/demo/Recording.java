package io.jenkins.plugins.qualysfargate.cli.demo;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import java.util.List;

/**
 * One recorded scan: what a scanner wrote about one platform of an image that exists only here.
 *
 * @param folder where its files stand beside this class
 */
record Recording(ImageReference image, Platform platform, Digest manifest, Digest config, String folder) {
    private static final Platform ARM = Platform.parse("linux/arm64");

    /** A clean image, one with critical findings and secrets, one whose scan was cut off, one for two platforms. */
    static final List<Recording> ALL = List.of(
            of(
                    "payments-api:1.4.2",
                    Platform.LINUX_AMD64,
                    "254b6973458bf3a671d887cc1530f780c06ec9adb7f3ee45904937c9c33231fb",
                    "578c062279c888e78a7c5e930c28804372adec2f3910edf344f8895b54425ae1",
                    "clean"),
            of(
                    "vulnerable-test-app:latest",
                    Platform.LINUX_AMD64,
                    "3d6fd2780d145b1ef9452e0ecb19b68e24656326266e5494d02332fcbc9f43ac",
                    "f922c9b0f0965402de23120de36b38a93d00d0221da4808d2622cbf003a51a29",
                    "critical"),
            of(
                    "legacy-batch:2.3",
                    Platform.LINUX_AMD64,
                    "f0e6528fef0441f0dc856883473e078ed3d7cc8bf7ae5fd62e82733676232457",
                    "86d8ca856fe99e193c5813e538343bccdb8075a9061550cbc953950717ca3963",
                    "broken"),
            of(
                    "storefront:3.0",
                    Platform.LINUX_AMD64,
                    "83c565ba39708b49f56a56a95cba3b48e57a74ed25e1b53e607d5ed8e14f8be7",
                    "6cc83ef9bd4f3868cdfb71be89ef4f4f7dbbea0a60b51dd084a580c1e211af65",
                    "multi-amd64"),
            of(
                    "storefront:3.0",
                    ARM,
                    "41c1bf567d5a044b84c456e2944474d8e8320266d99539552e7e53b5449ebf53",
                    "0c8829277255396c18998f36c40848f3f70a877cf1fa9797a7f7a80b0e88105d",
                    "multi-arm64"));

    private static Recording of(String image, Platform platform, String manifest, String config, String folder) {
        return new Recording(
                ImageReference.parse("registry.example/" + image),
                platform,
                new Digest("sha256:" + manifest),
                new Digest("sha256:" + config),
                folder);
    }

    PlatformManifest platformManifest() {
        return new PlatformManifest(platform, manifest, config);
    }
}
