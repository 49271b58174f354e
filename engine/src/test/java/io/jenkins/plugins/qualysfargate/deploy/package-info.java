/** What a user deploys on AWS: that CloudFormation takes the templates, that they grant what the code needs, and that the pages tell the truth. */
@NullMarked
package io.jenkins.plugins.qualysfargate.deploy;

import org.jspecify.annotations.NullMarked;
