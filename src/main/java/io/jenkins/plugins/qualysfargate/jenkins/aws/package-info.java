/** What administrators set of AWS, and what follows from it: whom it is called as, and who hears of scans. */
package io.jenkins.plugins.qualysfargate.jenkins.aws;
