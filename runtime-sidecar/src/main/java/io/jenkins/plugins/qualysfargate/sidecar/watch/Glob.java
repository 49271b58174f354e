package io.jenkins.plugins.qualysfargate.sidecar.watch;

/** Names with asterisks and question marks, neither of which stands for a slash; always the whole name. */
final class Glob {
    private Glob() {}

    /** Takes time in proportion to both lengths, whatever they are. */
    static boolean matches(String pattern, String name) {
        int inPattern = 0;
        int inName = 0;
        int asterisk = -1;
        int afterAsterisk = 0;
        while (inName < name.length()) {
            char each = name.charAt(inName);
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                asterisk = inPattern++;
                afterAsterisk = inName;
            } else if (inPattern < pattern.length() && one(pattern.charAt(inPattern), each)) {
                inPattern++;
                inName++;
            } else if (asterisk >= 0 && name.charAt(afterAsterisk) != '/') {
                inPattern = asterisk + 1;
                inName = ++afterAsterisk;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(each -> each == '*');
    }

    private static boolean one(char pattern, char each) {
        return pattern == '?' ? each != '/' : pattern == each;
    }
}
