/** Tests of leases, and the contract that every store of leases keeps. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.lease;

import org.jspecify.annotations.NullMarked;
