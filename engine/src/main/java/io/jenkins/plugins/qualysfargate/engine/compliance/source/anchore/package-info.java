/** Anchore, Enterprise (API v2) and Engine (API v1): analyses, evaluations, feeds, services and events. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import org.jspecify.annotations.NullMarked;
