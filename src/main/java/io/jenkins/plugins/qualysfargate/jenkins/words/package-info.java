/** What pages and logs say alike: verdicts, severities, numbers and times in the language of the reader, and refusals. */
package io.jenkins.plugins.qualysfargate.jenkins.words;
