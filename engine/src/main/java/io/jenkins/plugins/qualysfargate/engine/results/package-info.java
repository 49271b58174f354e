/** What one gate run leaves in a directory, so that a page can show it without the scanner, the history or the heap. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.results;

import org.jspecify.annotations.NullMarked;
