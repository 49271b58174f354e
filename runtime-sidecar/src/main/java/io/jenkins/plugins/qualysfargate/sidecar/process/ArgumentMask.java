package io.jenkins.plugins.qualysfargate.sidecar.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of arguments: by the name before them, by the option of a known program, and by their own shape. It
 * rather hides too much; the words before and after stay, so that what was done remains to be seen.
 */
final class ArgumentMask {
    static final String MASK = "***";

    private static final String SECRET_NAME =
            "(?:password|passwd|passphrase|(?<![a-z])pass(?![a-z])|(?<![a-z])pwd(?![a-z])"
                    + "|secret|token|api[-_.]?key|access[-_.]?key|account[-_.]?key|private[-_.]?key|credential|signature)";

    /** The name of something that is no secret itself: where it lies, or what kind it is. */
    private static final String HARMLESS = "(?![\\w.-]{0,64}?(?:file|path|dir|type|url|uri|name|id|ttl)\\b)";

    /** What comes before the words of the name needs no match, it stays anyway: so no text makes this slow. */
    private static final String NAME = SECRET_NAME + HARMLESS + "[\\w.-]{0,64}";

    private static final String OPTION_NAME = "--?[\\w.-]{0,64}?" + NAME;

    /** A word that is nothing but an option with such a name: the next word is the value. */
    private static final Pattern OPTION = Pattern.compile("(?i)" + OPTION_NAME);

    private static final List<Rule> RULES = List.of(
            // "-----BEGIN … PRIVATE KEY-----" and all that follows
            Rule.of("(?s)-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----.*", MASK),
            // Authorization: Bearer x; X-Api-Key: x
            Rule.of(
                    "(?i)(authorization\\s{0,8}:\\s{0,8}|cookie\\s{0,8}:\\s{1,8}|(?:token|api-?key|secret)[\\w-]{0,64}:\\s{1,8})"
                            + "[^\"'\\r\\n]+",
                    "$1" + MASK),
            // "password" : "x"
            Rule.of("(?i)(" + NAME + "[\"']\\s{0,8}:\\s{0,8}[\"'])[^\"']*", "$1" + MASK),
            // --password=x, PASSWORD=x, ?token=x&
            Rule.of("(?i)(" + NAME + ")=(?:\"[^\"]*\"|'[^']*'|[^&\\s;\"']+)", "$1=" + MASK),
            // "--password x" within one word, such as the script of a shell
            Rule.of("(?i)(?<![\\w-])(" + OPTION_NAME + "\\s{1,8})(?!-)[^\\s;\"'|&]+", "$1" + MASK),
            // scheme://user:x@host, scheme://x@host with a long x
            Rule.of("(://[^/\\s:@]{0,256}):[^/\\s@]{1,1024}@", "$1:" + MASK + "@"),
            Rule.of("://[^/\\s:@]{16,1024}@", "://" + MASK + "@"),
            // openssl's pass:x
            Rule.of("(?<![a-z])pass:[^\\s]+", "pass:" + MASK),
            // secrets that are known by their shape
            Rule.of("\\beyJ[\\w-]{8,1024}\\.[\\w-]{4,}\\.[\\w-]*", MASK),
            Rule.of("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MASK),
            Rule.of("\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|npm_|sk_live_|sk-)[\\w-]{16,}", MASK));

    /** Options of known programs whose value is a secret, in the next word or in the same one. */
    private static final Map<String, Set<String>> SHORT_OPTIONS = Map.ofEntries(
            Map.entry("mysql", Set.of("-p")),
            Map.entry("mysqldump", Set.of("-p")),
            Map.entry("mysqladmin", Set.of("-p")),
            Map.entry("mariadb", Set.of("-p")),
            Map.entry("mariadb-dump", Set.of("-p")),
            Map.entry("sshpass", Set.of("-p")),
            Map.entry("redis-cli", Set.of("-a")),
            Map.entry("curl", Set.of("-u", "--user", "-U", "--proxy-user")),
            Map.entry("smbclient", Set.of("-U")),
            Map.entry("ldapsearch", Set.of("-w")));
    /** MySQL's never takes the next word: it asks when nothing follows. */
    private static final Set<String> JOINED_ONLY =
            Set.of("mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump");

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    private ArgumentMask() {}

    static List<String> mask(List<String> words) {
        String program = words.isEmpty() ? "" : lastName(words.get(0));
        Set<String> secretOptions = SHORT_OPTIONS.getOrDefault(program, Set.of());
        List<String> masked = new ArrayList<>(words.size());
        boolean valueFollows = false;
        for (String word : words) {
            if (valueFollows && !word.startsWith("--")) {
                masked.add(MASK);
                valueFollows = false;
                continue;
            }
            String joined = joinedOption(word, secretOptions);
            if (joined != null) {
                masked.add(joined + MASK);
                valueFollows = false;
                continue;
            }
            valueFollows =
                    OPTION.matcher(word).matches() || (secretOptions.contains(word) && !JOINED_ONLY.contains(program));
            masked.add(maskText(word));
        }
        return masked;
    }

    /** The option of one letter that the word begins with, if its value is a secret and stands in the same word. */
    private static @Nullable String joinedOption(String word, Set<String> secretOptions) {
        return secretOptions.stream()
                .filter(each -> each.length() == 2 && word.length() > 2 && word.startsWith(each))
                .findFirst()
                .orElse(null);
    }

    private static String maskText(String word) {
        String text = word;
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        return text;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
