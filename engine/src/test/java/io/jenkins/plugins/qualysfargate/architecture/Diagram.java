package io.jenkins.plugins.qualysfargate.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PlantUML component diagram of packages.
 *
 * @param packages the full names of the packages that are drawn
 * @param arrows from one full package name to another, written as {@code from --> to}
 */
record Diagram(Set<String> packages, Set<String> arrows) {
    private static final Pattern COMPONENT = Pattern.compile("(?m)^\\[([^]]+)] <<([^>]+)>>$");
    private static final Pattern ARROW = Pattern.compile("(?m)^\\[([^]]+)] --> \\[([^]]+)]$");

    static Diagram read(Path file) throws IOException {
        String text = Files.readString(file);
        Map<String, String> names = COMPONENT
                .matcher(text)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Set<String> arrows = ARROW.matcher(text)
                .results()
                .map(found -> arrow(name(names, found.group(1)), name(names, found.group(2))))
                .collect(Collectors.toSet());
        return new Diagram(Set.copyOf(names.values()), arrows);
    }

    /** A component that is not drawn stands for no package, so no arrow from or to it is ever needed. */
    private static String name(Map<String, String> names, String component) {
        return names.getOrDefault(component, component);
    }

    static String arrow(String from, String to) {
        return from + " --> " + to;
    }
}
