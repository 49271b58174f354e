package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.Optional;

/** Where the credentials are that the file only names. */
@FunctionalInterface
public interface CredentialLookup {

    /** Empty if there are none of this name; asked anew each time, because they may be changed. */
    Optional<Login> find(String name);
}
