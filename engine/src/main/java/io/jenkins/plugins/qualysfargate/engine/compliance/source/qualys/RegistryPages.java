package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end: {@code {data: […], count: n}}, a list as such, or 204 for none. */
final class RegistryPages {
    static final int PAGE = 50;
    static final int MOST_PAGES = 200;

    private final RegistryClient client;

    RegistryPages(RegistryClient client) {
        this.client = client;
    }

    /** Makes a value of one entry. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode entry) throws UnreadableValueException;
    }

    /** Every entry of the list; a list that breaks off before its announced number is none. */
    <T> List<T> all(String action, String path, Reader<T> reader) throws BlindException {
        RegistryAdvice advice = client.advice(action);
        List<T> all = new ArrayList<>();
        Long announced = null;
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode answer = client.get(
                    action, path + (path.indexOf('?') < 0 ? "?" : "&") + "pageNumber=" + page + "&pageSize=" + PAGE);
            try {
                int got = add(answer, reader, all);
                Long count = answer == null ? null : Scalars.count(answer, "count");
                // A page that is empty does not say again how many there should have been.
                announced = count == null ? announced : count;
                boolean over = announced == null ? got < PAGE : all.size() >= announced;
                if (over) {
                    return List.copyOf(all);
                }
                if (got == 0) {
                    throw advice.unusable(
                            "the list breaks off: " + announced + " entries are announced, and " + all.size() + " came",
                            null);
                }
            } catch (UnreadableValueException unreadable) {
                throw advice.unusable(String.valueOf(unreadable.getMessage()), unreadable);
            }
        }
        throw advice.unusable("the list does not end after " + MOST_PAGES * PAGE + " entries", null);
    }

    private static <T> int add(@Nullable JsonNode answer, Reader<T> reader, List<T> all)
            throws UnreadableValueException {
        if (answer == null) {
            return 0;
        }
        JsonNode data = answer.isArray() ? answer : answer.path("data");
        Long count = Scalars.count(answer, "count");
        if (!data.isArray() && !(count != null && count == 0 && (data.isMissingNode() || data.isNull()))) {
            throw new UnreadableValueException("data", "no list", "a list");
        }
        for (JsonNode each : data) {
            all.add(reader.read(each));
        }
        return data.size();
    }
}
