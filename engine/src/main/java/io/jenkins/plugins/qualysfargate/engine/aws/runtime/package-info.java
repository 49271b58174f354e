/** The table of runtime events, as sidecars write it and the original query tool read it. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import org.jspecify.annotations.NullMarked;
