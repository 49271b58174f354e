/** What every page says alike: verdicts, severities, numbers and times, in the language of the reader. */
package io.jenkins.plugins.qualysfargate.jenkins.words;
