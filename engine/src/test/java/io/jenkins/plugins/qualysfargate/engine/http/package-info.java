/** Tests of the transport, and the fake transport that other features test with. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.http;

import org.jspecify.annotations.NullMarked;
