package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of events ended. */
record EventCursor(long second, String eventId) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})~(.{1,256})");

    static EventCursor of(Item last) {
        return new EventCursor(last.number("timestampEpoch"), last.text("eventId"));
    }

    /** @throws IllegalArgumentException if the text is none */
    static EventCursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "this is not where a page of events ended: give what the page before said, or none for the first page");
        }
        return new EventCursor(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    Item key() {
        return Item.of("eventId", eventId).with("timestampEpoch", second);
    }

    @Override
    public String toString() {
        return second + "~" + eventId;
    }
}
