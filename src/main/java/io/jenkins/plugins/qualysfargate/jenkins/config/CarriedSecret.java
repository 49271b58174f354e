package io.jenkins.plugins.qualysfargate.jenkins.config;

import hudson.remoting.Channel;
import hudson.util.Secret;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * A secret that an agent can read, because it cannot decrypt anything: it travels readable through the channel and is
 * written encrypted everywhere else, for example with the state of a build.
 */
final class CarriedSecret implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient String value;

    CarriedSecret(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        boolean readable = Channel.current() != null;
        out.writeBoolean(readable);
        out.writeObject(readable ? value : Secret.fromString(value).getEncryptedValue());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        boolean readable = in.readBoolean();
        String text = (String) in.readObject();
        if (readable) {
            value = text;
            return;
        }
        Secret secret = Secret.decrypt(text);
        if (secret == null) {
            throw new InvalidObjectException("A secret was written by another Jenkins and cannot be decrypted here");
        }
        value = secret.getPlainText();
    }

    @Override
    public String toString() {
        return "****";
    }
}
