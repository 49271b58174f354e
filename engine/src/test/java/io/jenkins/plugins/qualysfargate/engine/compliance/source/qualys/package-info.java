/** Tests of registry scans. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import org.jspecify.annotations.NullMarked;
