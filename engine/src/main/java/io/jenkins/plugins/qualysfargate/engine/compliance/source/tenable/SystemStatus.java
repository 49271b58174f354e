package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

/**
 * How Tenable.sc itself is: Tenable.sc API, /status.
 *
 * @param jobd what starts scheduled scans, {@code Running} if it does; empty if the server does not say
 * @param licence {@code Valid} if it is; empty if the server does not say
 */
record SystemStatus(String jobd, String licence) {}
