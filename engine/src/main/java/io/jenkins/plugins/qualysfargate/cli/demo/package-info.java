/** The demonstration: recorded scanner output goes through the whole chain, without account and network. */
@NullMarked
package io.jenkins.plugins.qualysfargate.cli.demo;

import org.jspecify.annotations.NullMarked;
