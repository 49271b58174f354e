package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scanner is, from the bits of its status: Tenable.sc API, /scanner, field status. A bit that is not known here makes
 * nobody healthy.
 */
record ScannerStatus(long bits) {

    /** What a bit means, and whether a scanner with it scans. */
    private enum Bit {
        WORKING(1, "working", false),
        CONNECTION_ERROR(1 << 1, "connection error", true),
        CONNECTION_TIMEOUT(1 << 2, "connection time-out", true),
        CERTIFICATE_MISMATCH(1 << 3, "certificate mismatch", true),
        PROTOCOL_ERROR(1 << 4, "protocol error", true),
        AUTHENTICATION_ERROR(1 << 5, "authentication error", true),
        INVALID_CONFIGURATION(1 << 6, "invalid configuration", true),
        RELOADING(1 << 7, "reloading scanner", false),
        PLUGINS_OUT_OF_SYNC(1 << 8, "plugins out of sync", false),
        PVS_RESULTS_READY(1 << 9, "PVS results ready", false),
        UPDATING_PLUGINS(1 << 10, "updating plugins", false),
        LCE_DAEMON_DOWN(1 << 11, "LCE daemon down", false),
        LCE_QUERY_DAEMON_DOWN(1 << 12, "LCE query daemon down", false),
        UPDATING_STATUS(1 << 13, "updating status", false),
        DISABLED(1 << 14, "disabled by user", true),
        UPGRADE_REQUIRED(1 << 15, "requires upgrade", true),
        LCE_TOO_OLD(1 << 16, "LCE version too low", false),
        LICENSE_INVALID(1 << 17, "license invalid", true),
        UNUSED(1 << 18, "bit 262144", false),
        RESOURCE_UNAVAILABLE(1 << 19, "resource unavailable", true);

        private final long mask;
        private final String words;
        private final boolean broken;

        Bit(long mask, String words, boolean broken) {
            this.mask = mask;
            this.words = words;
            this.broken = broken;
        }
    }

    /** True if it can scan, false if it cannot, null if a bit is set that is not known here. */
    @Nullable
    Boolean working() {
        if (!has(Bit.WORKING) || hasBroken()) {
            return false;
        }
        return unknown() == 0 ? true : null;
    }

    /** True while it takes in new plugins. */
    boolean updatesPlugins() {
        return has(Bit.UPDATING_PLUGINS);
    }

    /** Every bit that is set, in words. */
    String words() {
        List<String> words = new ArrayList<>();
        for (Bit each : Bit.values()) {
            if (has(each)) {
                words.add(each.words);
            }
        }
        if (unknown() != 0) {
            words.add("unknown bits " + unknown());
        }
        return words.isEmpty() ? "no status" : String.join(", ", words);
    }

    /** What a person should do; empty if it works. */
    String howToFix() {
        if (Boolean.TRUE.equals(working())) {
            return "";
        }
        if (has(Bit.DISABLED)) {
            return "Somebody has disabled it: enable it again in Tenable.sc, Resources, Nessus Scanners.";
        }
        if (has(Bit.AUTHENTICATION_ERROR) || has(Bit.CERTIFICATE_MISMATCH)) {
            return "Enter its login or certificate in Tenable.sc again.";
        }
        if (has(Bit.LICENSE_INVALID) || has(Bit.UPGRADE_REQUIRED)) {
            return "Upgrade or license it.";
        }
        if (has(Bit.CONNECTION_ERROR) || has(Bit.CONNECTION_TIMEOUT) || has(Bit.RESOURCE_UNAVAILABLE)) {
            return "See whether the machine is up, nessusd runs and port 8834 answers Tenable.sc; memory may have run out."
                    + " Restart the scanner, then the scan.";
        }
        return "Look at it in Tenable.sc, Resources, Nessus Scanners.";
    }

    private boolean hasBroken() {
        for (Bit each : Bit.values()) {
            if (each.broken && has(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Bit bit) {
        return (bits & bit.mask) != 0;
    }

    private long unknown() {
        long rest = bits;
        for (Bit each : Bit.values()) {
            rest &= ~each.mask;
        }
        return rest;
    }
}
