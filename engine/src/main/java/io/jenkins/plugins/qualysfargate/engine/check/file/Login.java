package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.function.Function;

/** What a source or channel is logged in with; it never shows its secret. */
public sealed interface Login {

    /** A user and a password. */
    record User(String name, String password) implements Login {
        @Override
        public String toString() {
            return "User[name=" + name + ", password=***]";
        }
    }

    /** A pair of keys, as Tenable.sc and AWS have them. */
    record KeyPair(String accessKey, String secretKey) implements Login {
        @Override
        public String toString() {
            return "KeyPair[accessKey=" + accessKey + ", secretKey=***]";
        }
    }

    /** One secret: a token, a routing key, or an address that is secret as a whole. */
    record Token(String secret) implements Login {
        @Override
        public String toString() {
            return "Token[secret=***]";
        }
    }

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super User, ? extends T> user,
            Function<? super KeyPair, ? extends T> keyPair,
            Function<? super Token, ? extends T> token) {
        if (this instanceof User it) {
            return user.apply(it);
        }
        return this instanceof KeyPair it ? keyPair.apply(it) : token.apply((Token) this);
    }
}
