package io.jenkins.plugins.qualysfargate.jenkins.push;

/** What docker prints while it pushes. */
public final class PushLines {
    public static final String DIGEST = "sha256:" + "c0ffee".repeat(10) + "0123";

    private PushLines() {}

    /** For Groovy, between double quotes. */
    static String echo(String repository, String tag) {
        return "echo \"\"\"" + docker(repository, tag, DIGEST) + "\"\"\"\n";
    }

    /** Everything from the first line to the digest. */
    public static String docker(String repository, String tag, String digest) {
        return """
                The push refers to repository [%s]
                5f70bf18a086: Preparing
                5f70bf18a086: Pushed
                %s: digest: %s size: 527
                """.formatted(repository, tag, digest);
    }
}
