package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Which scans somebody wants to see. The text is looked for as it is, so that it takes time in proportion whatever it is.
 *
 * @param text in lower case
 * @param show which ones
 * @param page counted from 1
 */
public record ScanQuery(String text, Show show, int page) {
    private static final int LONGEST = 200;

    /** What can be shown. */
    public enum Show {
        all,
        problems,
        failing,
        unknown,
        running,
        well,
        paused
    }

    /** What is missing or not understood is what a page begins with. */
    static ScanQuery of(StaplerRequest2 request) {
        String text = Util.fixNull(request.getParameter("q")).trim();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new ScanQuery(
                cut.toLowerCase(Locale.ROOT), show(Util.fixNull(request.getParameter("show"))), page(request));
    }

    /** The page that is asked for, counted from 1. */
    static int page(StaplerRequest2 request) {
        String number = Util.fixNull(request.getParameter("page"));
        return number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : 1;
    }

    private static Show show(String word) {
        return Stream.of(Show.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(Show.all);
    }

    /** Those that are wanted, the worst first. */
    Slice<Standing> of(List<Standing> standings, int perPage) {
        List<Standing> wanted = standings.stream()
                .filter(this::wants)
                .sorted(Comparator.comparingInt(ScanQuery::rank))
                .toList();
        return Slice.of(wanted, page, perPage);
    }

    private boolean wants(Standing standing) {
        OccurrenceState.Kind kind = standing.verdict().kind();
        boolean shown =
                switch (show) {
                    case all -> true;
                    case problems ->
                        standing.monitor().enabled() && standing.verdict().alarming();
                    case failing -> standing.monitor().enabled() && kind == OccurrenceState.Kind.BAD;
                    case unknown -> standing.monitor().enabled() && kind == OccurrenceState.Kind.UNKNOWN;
                    case running -> kind == OccurrenceState.Kind.PENDING;
                    case well -> kind == OccurrenceState.Kind.GOOD;
                    case paused -> !standing.monitor().enabled() || kind == OccurrenceState.Kind.EXEMPT;
                };
        return shown && (text.isEmpty() || hasText(standing));
    }

    private boolean hasText(Standing standing) {
        return Stream.of(
                        standing.subjectName(),
                        standing.monitor().id(),
                        standing.monitor().source(),
                        Util.fixNull(standing.zoneId()),
                        standing.monitor().care().owner())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(text));
    }

    private static int rank(Standing standing) {
        if (!standing.monitor().enabled()) {
            return 5;
        }
        return switch (standing.verdict().kind()) {
            case BAD -> standing.alarmed() ? 0 : 1;
            case UNKNOWN -> 2;
            case PENDING -> 3;
            case GOOD -> 4;
            case EXEMPT -> 5;
        };
    }

    /** The query as part of an address, without the page. */
    public String getAddress() {
        return "q=" + Links.encoded(text) + "&show=" + show.name() + "&page=";
    }
}
