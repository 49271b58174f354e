/** What every writer of SVG needs: texts that are nothing but text, and how wide they are. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.svg;

import org.jspecify.annotations.NullMarked;
