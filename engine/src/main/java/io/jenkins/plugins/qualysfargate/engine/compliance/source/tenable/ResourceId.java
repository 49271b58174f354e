package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.regex.Pattern;

/** Ids of Tenable.sc are numbers; anything else in an address could ask for something else. */
final class ResourceId {
    static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private ResourceId() {}

    /** @throws IllegalArgumentException if it is no id */
    static String checked(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new IllegalArgumentException("Nothing in Tenable.sc has the id '"
                    + id.substring(0, Math.min(id.length(), 40)) + "': ids are numbers");
        }
        return id;
    }
}
