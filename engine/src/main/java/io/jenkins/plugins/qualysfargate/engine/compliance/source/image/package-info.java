/** Images that are kept or run against the scans that the history has of them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import org.jspecify.annotations.NullMarked;
