/** What the world knows of vulnerabilities: which ones are exploited (CISA KEV) and which ones are likely to be (EPSS). */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.threat;

import org.jspecify.annotations.NullMarked;
