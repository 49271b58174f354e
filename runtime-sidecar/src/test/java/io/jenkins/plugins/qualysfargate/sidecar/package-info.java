/** Tests of the front door, of the contract and of the house rules. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar;

import org.jspecify.annotations.NullMarked;
