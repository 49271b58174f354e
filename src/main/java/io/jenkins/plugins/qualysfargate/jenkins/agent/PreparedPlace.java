package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an agent answers when it was asked to make room for a scan: a place, or why there is none. */
final class PreparedPlace implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Absolute path of the place; null if there is none. */
    @CheckForNull
    final String root;

    final ArrayList<String> remarks;
    final HashMap<String, String> awsFiles;

    /** The agent's clock, in milliseconds since the epoch. */
    final long now;

    final String situation;
    final String howToFix;

    private PreparedPlace(
            @CheckForNull String root, List<String> remarks, Map<String, String> awsFiles, long now, String[] refusal) {
        this.root = root;
        this.remarks = new ArrayList<>(remarks);
        this.awsFiles = new HashMap<>(awsFiles);
        this.now = now;
        this.situation = refusal[0];
        this.howToFix = refusal[1];
    }

    static PreparedPlace ready(String root, List<String> remarks, Map<String, String> awsFiles, long now) {
        return new PreparedPlace(root, remarks, awsFiles, now, new String[] {"", ""});
    }

    static PreparedPlace refused(String situation, String howToFix) {
        return new PreparedPlace(null, List.of(), Map.of(), 0, new String[] {situation, howToFix});
    }
}
