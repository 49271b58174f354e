/** What the plugin's code may not do, and which advisory of other plugins each ban goes back to. */
package io.jenkins.plugins.qualysfargate.jenkins.architecture;
