package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code docker push} and what speaks like it. The daemon begins with "The push refers to repository [host/name]" and ends
 * each tag, of which {@code --all-tags} has several, with "tag: digest: sha256:… size: …" (moby, daemon/containerd/image_push.go
 * and distribution/push_v2.go); older daemons wrote "to a repository". Tools over go-containerregistry, as crane and ko,
 * write "host/name:tag: digest: sha256:… size: …" (pkg/v1/remote/write.go).
 */
final class DockerPush implements PushTool {
    private static final List<String> BEGINNINGS =
            List.of("The push refers to repository [", "The push refers to a repository [");
    private static final String DIGEST = ": digest: ";
    private static final int DIGEST_LENGTH = "sha256:".length() + 64;
    private static final String SIZE = " size: ";

    /** Repositories whose push began and did not end, with the line where it began. */
    private final Map<String, Integer> open = new LinkedHashMap<>();

    private @Nullable String repository;

    @Override
    public boolean read(String line, PushedImages found) {
        for (String beginning : BEGINNINGS) {
            int at = LogText.after(line, beginning);
            if (at >= 0) {
                begin(LogText.word(line, at), found);
                return true;
            }
        }
        int at = line.indexOf(DIGEST);
        return at > 0 && ended(line.substring(0, at), line.substring(at + DIGEST.length()), found);
    }

    private void begin(String name, PushedImages found) {
        repository = name;
        if (open.size() < PushLog.MOST_IMAGES) {
            open.putIfAbsent(name, found.line());
        }
    }

    private boolean ended(String before, String after, PushedImages found) {
        Optional<Digest> digest =
                after.length() < DIGEST_LENGTH ? Optional.empty() : Digest.parse(after.substring(0, DIGEST_LENGTH));
        if (digest.isEmpty() || !after.startsWith(SIZE, DIGEST_LENGTH)) {
            return false;
        }
        String name = LogText.lastWord(before);
        String begun = repository;
        if (name.indexOf('/') >= 0) {
            found.pushed(name, digest.get());
        } else if (begun == null) {
            found.certain("Something was pushed under the tag " + ForeignText.quote(name) + " with the digest "
                    + digest.get() + ", and no line before says to which repository; name the image yourself.");
        } else {
            // Of pushes at the same time the last one that began has it; the others stay open and are told at the end.
            found.pushed(begun + ":" + name, digest.get());
            open.remove(begun);
        }
        return true;
    }

    @Override
    public void end(PushedImages found) {
        open.forEach((name, at) -> found.remark(
                at,
                false,
                "A push to " + ForeignText.quote(name)
                        + " began, and no line says with which tag and digest it ended; if it did not fail, name the image"
                        + " yourself."));
    }
}
