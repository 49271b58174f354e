package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong and belongs to an incident.
 *
 * @param key the same as long as it is the same thing
 * @param cause true if it is something that explains failures, which are its children then
 * @param failure as it was seen last, its texts cut
 * @param urgency as configured, or more if the compliance clock says so
 * @param because what mutes or explains it, for people; empty if it is audible
 * @param returns when it failed again after it had been well, only those that still count
 * @param flapping true if it comes and goes too often to tell of each time
 * @param quietSince since when it is well and only watched, because it flaps; null if it fails
 * @param mutedUntil until when a person has muted it; null if nobody has
 * @param told what people were told of it; null if nothing yet
 * @param moreChildren how many there are besides those that are listed
 */
public record Member(
        String key,
        boolean cause,
        Failure failure,
        Urgency urgency,
        Hearing hearing,
        String because,
        List<Instant> returns,
        boolean flapping,
        @Nullable Instant quietSince,
        @Nullable Instant mutedUntil,
        @Nullable Told told,
        List<Child> children,
        int moreChildren) {
    public Member {
        returns = List.copyOf(returns);
        children = List.copyOf(children);
    }

    /** True if it fails, and nothing keeps people from hearing of it. */
    public boolean audible() {
        return hearing == Hearing.AUDIBLE && quietSince == null;
    }

    /** What there is to tell of it now. */
    Told news() {
        return new Told(StateRank.of(failure.state()), urgency);
    }

    /** True if people have not heard of it as it is. */
    boolean untold() {
        return audible() && (told == null || !told.covers(news()));
    }

    Member afterTelling() {
        if (!audible()) {
            return this;
        }
        Told all = told == null ? news() : told.or(news());
        return new Member(
                key,
                cause,
                failure,
                urgency,
                hearing,
                because,
                returns,
                flapping,
                quietSince,
                mutedUntil,
                all,
                children,
                moreChildren);
    }

    Member mutedBy(String who, Instant until) {
        return new Member(
                key,
                cause,
                failure,
                urgency,
                Hearing.MUTED,
                who,
                returns,
                flapping,
                quietSince,
                until,
                told,
                children,
                moreChildren);
    }

    Member watchedSince(@Nullable Instant since) {
        return new Member(
                key,
                cause,
                failure,
                urgency,
                hearing,
                because,
                returns,
                flapping,
                since,
                mutedUntil,
                told,
                children,
                moreChildren);
    }
}
