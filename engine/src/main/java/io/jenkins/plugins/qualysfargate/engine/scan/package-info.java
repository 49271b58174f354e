/** The use cases: judge reports that are there, and scan images from their name to the recorded verdict. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.scan;

import org.jspecify.annotations.NullMarked;
