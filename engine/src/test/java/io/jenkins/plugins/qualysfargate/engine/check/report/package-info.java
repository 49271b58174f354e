@org.jspecify.annotations.NullMarked
package io.jenkins.plugins.qualysfargate.engine.check.report;
