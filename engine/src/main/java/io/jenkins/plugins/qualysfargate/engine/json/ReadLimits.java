package io.jenkins.plugins.qualysfargate.engine.json;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes longest file
 * @param depth deepest nesting of objects and arrays
 * @param string longest text, in UTF-16 units
 */
public record ReadLimits(long bytes, int depth, int string) {
    /** 2 GiB, 200 levels, 1 MiB: a real report of a million findings has a quarter of it, 8 levels and 1 KiB. */
    public static final ReadLimits DEFAULT = new ReadLimits(2L << 30, 200, 1 << 20);
}
