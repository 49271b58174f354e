/** What the compliance check has found and done: documents with versions, a chained journal and messages, in one atomic save. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.ledger;

import org.jspecify.annotations.NullMarked;
