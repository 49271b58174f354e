package io.jenkins.plugins.qualysfargate.engine.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells which hosts are this machine itself, by their spelling alone: no name is looked up. */
public final class Loopback {
    // 127.0.0.0/8 of RFC 1122, section 3.2.1.3; ::1 of RFC 4291, section 2.5.3.
    private static final Pattern IPV4 = Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

    private Loopback() {}

    /** True for {@code localhost}, 127.0.0.0/8 and ::1, with or without brackets. */
    public static boolean isHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || IPV4.matcher(name).matches();
    }
}
