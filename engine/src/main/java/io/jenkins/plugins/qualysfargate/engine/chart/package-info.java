/** Draws how a job or an image kept to its policy over time: values in, one self-contained picture out. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.chart;

import org.jspecify.annotations.NullMarked;
