package io.jenkins.plugins.qualysfargate.engine.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network as RFC 4632 writes it, for example {@code 10.0.0.0/8}. It goes by the spelling of addresses alone: no name is
 * looked up.
 *
 * @param bits how many of the first ones tell the network, from 0 to 32
 */
record Ipv4Network(int address, int bits) {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern ADDRESS = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern BITS = Pattern.compile("3[0-2]|[12]?[0-9]");

    /** Empty if the text is no network. */
    static Optional<Ipv4Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !BITS.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        return address(text.substring(0, slash)).map(address -> new Ipv4Network(address, bits));
    }

    /** True if the host is spelt as an address of this network. */
    boolean contains(String host) {
        return address(host)
                .filter(other -> bits == 0 || (address ^ other) >>> (32 - bits) == 0)
                .isPresent();
    }

    private static Optional<Integer> address(String text) {
        Matcher octets = ADDRESS.matcher(text);
        if (!octets.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int i = 1; i <= 4; i++) {
            address = address << 8 | Integer.parseInt(octets.group(i));
        }
        return Optional.of(address);
    }
}
