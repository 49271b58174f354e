/** The plugin tried inside a real Jenkins. */
@NullMarked
package io.jenkins.plugins.qualysfargate.jenkins;

import org.jspecify.annotations.NullMarked;
