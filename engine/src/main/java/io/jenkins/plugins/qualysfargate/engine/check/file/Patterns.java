package io.jenkins.plugins.qualysfargate.engine.check.file;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads regular expressions, the same one once, and none that would fill the memory. */
final class Patterns {
    /** A repetition is written in a few characters and takes a thousand steps. */
    private static final int STEPS = 2_000;

    private static final int MOST = 500;

    private final Map<String, Pattern> known = new HashMap<>();

    @Nullable
    Pattern read(Value value) {
        String text = value.text(Forms.REGEX);
        if (text == null) {
            return null;
        }
        Pattern before = known.get(text);
        if (before != null) {
            return before;
        }
        if (known.size() == MOST) {
            value.refuse("is one more regular expression than " + MOST + "; use glob, or one expression for several");
            return null;
        }
        Pattern pattern = compile(text, value);
        if (pattern != null) {
            known.put(text, pattern);
        }
        return pattern;
    }

    private static @Nullable Pattern compile(String text, Value value) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.programSize() <= STEPS) {
                return pattern;
            }
            value.refuse("repeats too much to be searched for; make its repetitions smaller");
        } catch (PatternSyntaxException e) {
            value.refuse("is no regular expression (" + Wording.name(e.getDescription())
                    + "); RE2 knows no backreferences and no" + " looking around");
        }
        return null;
    }
}
