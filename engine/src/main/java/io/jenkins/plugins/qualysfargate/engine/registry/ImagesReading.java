package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.List;
import java.util.function.Function;

/** What reading a list of images gave: the images, or everything that is wrong with the file. */
public sealed interface ImagesReading {

    /**
     * The file is a list.
     *
     * @param images at least one, each once, in the order of the file
     */
    record Valid(List<ImageReference> images) implements ImagesReading {
        public Valid {
            images = List.copyOf(images);
            if (images.isEmpty()) {
                throw new IllegalArgumentException("a list of images names at least one image");
            }
        }
    }

    /**
     * The file is no list, and none of its images may be taken for all of them.
     *
     * @param problems at least one, in the order of the file
     */
    record Invalid(List<Problem> problems) implements ImagesReading {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid list of images names at least one problem");
            }
        }
    }

    /**
     * One thing that is wrong with the file.
     *
     * @param source the file, as the user named it
     * @param line counted from 1; 0 where the problem is of the whole file
     */
    record Problem(String source, int line, String message) {

        /** One line for people and editors: {@code file:line: message}. */
        @Override
        public String toString() {
            return source + (line == 0 ? "" : ":" + line) + ": " + message;
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Valid, ? extends T> valid, Function<? super Invalid, ? extends T> invalid) {
        return this instanceof Valid it ? valid.apply(it) : invalid.apply((Invalid) this);
    }
}
