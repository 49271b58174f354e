/** The file of the compliance check: which sources are looked at, what must happen there and when, and who hears if it does not. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.check.file;

import org.jspecify.annotations.NullMarked;
