/** Reads YAML files that people write, strictly: what is not understood is a problem with its place, and all problems are told at once. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.yaml;

import org.jspecify.annotations.NullMarked;
