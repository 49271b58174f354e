/** The decider: a policy file becomes a policy, and a policy and a complete report become a verdict. It is pure. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.policy;

import org.jspecify.annotations.NullMarked;
