package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tools that say all in one line: jib, "Built and pushed image as host/name:tag, host/name:tag2" without a digest and
 * without {@code latest} (jib-plugins-common, JibBuildRunner.java); ko, "Published host/name@sha256:…" (pkg/publish/default.go);
 * Spring Boot, "Pushed image 'host/name:tag'" (AbstractBuildLog.java); Docker Compose, "Pushing host/name:tag: layer Pushed",
 * which in older versions named the service only (docker/compose, pkg/compose/push.go).
 */
final class NamedPush implements PushTool {
    private static final String JIB = "Built and pushed image as ";
    private static final String KO = "Published ";
    private static final String SPRING = "Pushed image '";
    private static final Pattern COMPOSE = Pattern.compile("(?<![^\\s])Pushing (\\S++) [0-9a-f]{12}+(?:[: ]|$)");

    @Override
    public boolean read(String line, PushedImages found) {
        return jib(line, found) || ko(line, found) || spring(line, found) || compose(line, found);
    }

    private static boolean jib(String line, PushedImages found) {
        int at = LogText.after(line, JIB);
        if (at < 0) {
            return false;
        }
        for (String name : line.substring(at).split(", ", -1)) {
            found.pushed(LogText.word(name, 0));
        }
        return true;
    }

    private static boolean ko(String line, PushedImages found) {
        int at = LogText.after(line, KO);
        String name = at < 0 ? "" : LogText.word(line, at);
        if (name.indexOf('/') < 0 || name.indexOf('@') < 0) {
            return false;
        }
        found.pushed(name);
        return true;
    }

    private static boolean spring(String line, PushedImages found) {
        int at = LogText.after(line, SPRING);
        if (at < 0) {
            return false;
        }
        found.pushed(LogText.word(line, at));
        return true;
    }

    private static boolean compose(String line, PushedImages found) {
        if (!line.contains("Pushing ")) {
            return false;
        }
        Matcher matcher = COMPOSE.matcher(line);
        if (!matcher.find() || !matcher.group(1).endsWith(":")) {
            return false;
        }
        String name = LogText.word(matcher.group(1), 0);
        if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
            found.pushed(name);
        } else {
            found.certain("Docker Compose pushed the image of the service " + ForeignText.quote(name)
                    + " and did not say under which name; name the image yourself.");
        }
        return true;
    }
}
