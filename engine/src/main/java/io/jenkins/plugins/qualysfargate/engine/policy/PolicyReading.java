package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.util.List;
import java.util.function.Function;

/** What reading a policy file gave: a policy, or everything that is wrong with the file. */
public sealed interface PolicyReading {

    /**
     * The file is a policy.
     *
     * @param warnings sentences about what the file says and probably does not mean
     */
    record Valid(Policy policy, List<String> warnings) implements PolicyReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The file is no policy, and nothing may be judged by it.
     *
     * @param problems at least one, in the order of the file
     */
    record Invalid(List<YamlProblem> problems) implements PolicyReading {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid policy names at least one problem");
            }
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Valid, ? extends T> valid, Function<? super Invalid, ? extends T> invalid) {
        return this instanceof Valid it ? valid.apply(it) : invalid.apply((Invalid) this);
    }
}
