package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.regex.Pattern;

/**
 * What is told although no image can be taken from it: nerdctl, "pushing as a reduced-platform image (type, sha256:…)" with no
 * name (nerdctl, pkg/cmd/image/push.go), and any other line that speaks of something pushed and holds a whole reference.
 */
final class UnnamedPush implements PushTool {
    private static final String NERDCTL = "pushing as a reduced-platform image ";
    private static final Pattern PUSHED = Pattern.compile("\\b[Pp]ushed\\b");
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final int MOST_WORDS = 200;

    @Override
    public boolean read(String line, PushedImages found) {
        int nerdctl = LogText.after(line, NERDCTL);
        if (nerdctl >= 0) {
            int comma = line.indexOf(", ", nerdctl);
            found.certain("nerdctl pushed an image with the digest "
                    + ForeignText.quote(LogText.word(line, comma < 0 ? nerdctl : comma + 2))
                    + " and did not say under which name; name the image yourself.");
            return true;
        }
        if (line.contains("ushed") && PUSHED.matcher(line).find()) {
            mention(line, found);
        }
        return false;
    }

    private static void mention(String line, PushedImages found) {
        String[] words = BLANKS.split(line, MOST_WORDS);
        for (String word : words) {
            ImageReference image = PushedImages.complete(LogText.word(word, 0));
            if (image != null) {
                found.perhaps("A line speaks of something pushed and of " + image
                        + ", in the words of no tool that is known here; if it was pushed, name the image yourself.");
            }
        }
    }
}
