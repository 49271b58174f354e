package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures with texts of a length that may be kept: names and reasons come from outside. */
final class CutFailure {
    private static final int NAME = 120;
    private static final int TEXT = 300;
    private static final int WORD = 80;

    private CutFailure() {}

    static Failure of(Failure failure) {
        Care care = failure.care();
        return new Failure(
                BoundedText.line(failure.key(), TEXT),
                BoundedText.line(failure.monitorId(), WORD),
                BoundedText.line(failure.sourceId(), WORD),
                BoundedText.line(failure.name(), NAME),
                BoundedText.line(failure.state(), WORD),
                failure.since(),
                BoundedText.line(failure.reason(), TEXT),
                BoundedText.line(failure.howToFix(), TEXT),
                word(failure.zoneId()),
                new Care(
                        BoundedText.line(care.owner(), WORD),
                        address(care.runbook()),
                        care.urgency(),
                        BoundedText.line(care.escalation(), WORD),
                        word(care.otherTeam()),
                        care.complyWithin()),
                failure.lastSuccess(),
                Set.of());
    }

    /** A cause as what is wrong by itself. */
    static Failure of(Cause cause) {
        return of(new Failure(
                cause.key(),
                "",
                cause.sourceId(),
                cause.title(),
                "BROKEN",
                cause.since(),
                cause.reason(),
                cause.howToFix(),
                cause.zoneId(),
                cause.care(),
                null,
                Set.of()));
    }

    private static @Nullable String word(@Nullable String text) {
        return text == null ? null : BoundedText.line(text, WORD);
    }

    /** Half an address leads nowhere. */
    private static @Nullable String address(@Nullable String text) {
        return text == null || text.length() > TEXT ? null : BoundedText.line(text, TEXT);
    }
}
