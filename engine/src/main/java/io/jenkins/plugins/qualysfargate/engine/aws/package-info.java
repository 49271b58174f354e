/** How Amazon Web Services are called: settings, one HTTP client for all services, and failures that say what to do. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws;

import org.jspecify.annotations.NullMarked;
