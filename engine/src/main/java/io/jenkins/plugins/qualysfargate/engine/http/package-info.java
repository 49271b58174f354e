/** Calls over HTTP: a transport port, its adapter for the JDK's client, and what every call needs: limits, retry, proxy, redaction. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.http;

import org.jspecify.annotations.NullMarked;
