/** Pure writers: an outcome becomes a page, a document or a few lines of text, streamed and escaped for where it goes. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.report;

import org.jspecify.annotations.NullMarked;
