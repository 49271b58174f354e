/** Tests of images against their scans. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import org.jspecify.annotations.NullMarked;
