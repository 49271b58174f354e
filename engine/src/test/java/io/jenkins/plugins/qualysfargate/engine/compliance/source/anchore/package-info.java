/** Tests of Anchore as a source. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import org.jspecify.annotations.NullMarked;
