package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * The values that H stands for, the same ones that Jenkins (hudson.scheduler.Hash) gives a job of that full name, so that
 * the schedule of a job can be copied; drawn in the order in which they stand in the text.
 */
final class HashedValues {
    private final Random random;

    HashedValues(String key) {
        byte[] digest = digest(key);
        byte[] seed = new byte[Long.BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (digest[i] ^ digest[i + seed.length]);
        }
        random = new Random(new BigInteger(seed).longValue());
    }

    /** From 0 to below the bound. */
    int next(int bound) {
        return random.nextInt(bound);
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java cannot compute H: it has no MD5, write numbers instead", e);
        }
    }
}
