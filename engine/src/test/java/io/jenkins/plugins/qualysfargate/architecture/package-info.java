/** The house rules of module engine as tests: who may know whom, what is banned and what to do instead, how large files may be. */
@NullMarked
package io.jenkins.plugins.qualysfargate.architecture;

import org.jspecify.annotations.NullMarked;
