package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.util.List;
import java.util.function.Function;

/** What reading a list of exceptions gave: the exceptions, or everything that is wrong with the list. */
public sealed interface ExceptionsReading {

    /** The list is sound. */
    record Valid(Exceptions exceptions) implements ExceptionsReading {}

    /**
     * The list is not sound, and nothing may be excused by any part of it.
     *
     * @param problems at least one, in the order of the text
     */
    record Invalid(List<YamlProblem> problems) implements ExceptionsReading {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid list of exceptions names at least one problem");
            }
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Valid, ? extends T> valid, Function<? super Invalid, ? extends T> invalid) {
        return this instanceof Valid it ? valid.apply(it) : invalid.apply((Invalid) this);
    }
}
