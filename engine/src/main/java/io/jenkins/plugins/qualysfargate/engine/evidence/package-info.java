/** What an audit is shown: the notes of the journal as records, the report of a period that follows from them alone, and its check. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.evidence;

import org.jspecify.annotations.NullMarked;
