package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Ticket;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a sound file says and probably does not mean. */
final class Doubts {
    /** Nobody reads a sentence with a thousand names. */
    private static final int NAMED = 10;
    /** A window for each of a thousand monitors; comparing more would take longer than it is worth. */
    private static final long COMPARED = 1_000_000;

    private final ComplianceSettings settings;
    private final Ids<ChannelSettings> channels;
    private final Ids<Escalation> escalations;
    private final Ids<SourceSettings> sources;
    private final List<String> found = new ArrayList<>();

    Doubts(
            ComplianceSettings settings,
            Ids<ChannelSettings> channels,
            Ids<Escalation> escalations,
            Ids<SourceSettings> sources) {
        this.settings = settings;
        this.channels = channels;
        this.escalations = escalations;
        this.sources = sources;
    }

    List<String> all() {
        if (settings.escalations().isEmpty()) {
            found.add("There is no channel: what fails is recorded and shown, and nobody is told of it.");
        }
        add("Named by no monitor and no source: escalation ", escalations.unused());
        if (!escalations.names().isEmpty()) {
            add("Named by no tier, so that nobody is told there: channel ", untold());
        }
        add("Looked at although no monitor expects anything there: source ", sources.unused());
        add(
                "Without a runbook, so that people hear of a failure and not what to do: monitor ",
                monitors(it -> it.care().runbook() == null));
        add(
                "comply-within is shorter than the time from one due time to the next: monitor ",
                monitors(Doubts::breaksItsRule));
        add("Writes tickets for a team that no monitor has as its other-team: channel ", idleTickets());
        if (settings.monitors().stream().noneMatch(Monitor::enabled)) {
            found.add("All monitors are switched off: nothing is owed.");
        }
        if ((long) settings.maintenance().size() * settings.monitors().size() <= COMPARED) {
            lookForNeedlessMaintenance();
        }
        return found;
    }

    private void lookForNeedlessMaintenance() {
        settings.maintenance().stream()
                .filter(this::meansNothing)
                .forEach(each -> found.add("Maintenance window " + each.id()
                        + " excuses nothing: no monitor of this name, tag or source is there."));
    }

    private List<String> untold() {
        return settings.channels().stream()
                .filter(each -> !(each.options() instanceof ChannelOptions.Heartbeat))
                .map(ChannelSettings::id)
                .filter(channels.unused()::contains)
                .toList();
    }

    private List<String> idleTickets() {
        Set<String> teams = settings.monitors().stream()
                .map(each -> each.care().otherTeam())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return settings.channels().stream()
                .filter(each ->
                        team(each.options()).filter(it -> !teams.contains(it)).isPresent())
                .map(ChannelSettings::id)
                .toList();
    }

    private static Optional<String> team(ChannelOptions options) {
        if (options instanceof ChannelOptions.Jira jira) {
            return Optional.ofNullable(jira.ticket()).map(Ticket::team);
        }
        return options instanceof ChannelOptions.Email mail
                ? Optional.ofNullable(mail.ticket()).map(Ticket::team)
                : Optional.empty();
    }

    private List<String> monitors(Predicate<Monitor> which) {
        return settings.monitors().stream().filter(which).map(Monitor::id).toList();
    }

    private static boolean breaksItsRule(Monitor monitor) {
        Duration allowed = monitor.care().complyWithin();
        return allowed != null
                && monitor.timing() instanceof Timing.Own own
                && TimingReader.shortestGap(own.schedule())
                        .filter(gap -> gap.compareTo(allowed) > 0)
                        .isPresent();
    }

    private boolean meansNothing(Pause pause) {
        return settings.monitors().stream().noneMatch(each -> isMeant(each, pause));
    }

    private static boolean isMeant(Monitor monitor, Pause pause) {
        Glob pattern = pause.scope().monitor();
        String tag = pause.scope().tag();
        String source = pause.scope().source();
        return (pattern == null || pattern.matches(monitor.id()))
                && (tag == null || monitor.tags().contains(tag))
                && (source == null || source.equals(monitor.source()));
    }

    private void add(String sentence, List<String> ids) {
        if (!ids.isEmpty()) {
            String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
            found.add(sentence + String.join(", ", ids.subList(0, Math.min(ids.size(), NAMED))) + more + ".");
        }
    }
}
