package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The central policies, read anew with every call. One that is set and cannot be used ends the scan before it begins. */
public final class Policies {
    private final QualysSettings settings;

    Policies(QualysSettings settings) {
        this.settings = settings;
    }

    /** By what is set now. */
    public static Policies current() {
        return new Policies(QualysConfiguration.get());
    }

    /** @throws ScanRefusedException if there is no such policy, or it is none */
    public Policy central(String name) throws ScanRefusedException {
        List<String> problems = new ArrayList<>();
        Optional<Policy> policy = read(name, Messages.Policies_chosen(), problems);
        return orRefuse(policy, problems);
    }

    /** The policy of scans that name none; empty for the one that is built in. */
    public Optional<Policy> defaultPolicy() throws ScanRefusedException {
        if (settings.getDefaultPolicy().isEmpty()) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        Optional<Policy> policy = read(settings.getDefaultPolicy(), Messages.Policies_default(), problems);
        return Optional.of(orRefuse(policy, problems));
    }

    /**
     * What scans of this item must keep to besides their own policy, all of it: that of Jenkins, then those of its folders
     * from the outermost inwards.
     *
     * @throws ScanRefusedException telling of every floor that is set and cannot be used
     */
    public List<Policy> floors(@CheckForNull Item item) throws ScanRefusedException {
        List<String> problems = new ArrayList<>();
        List<Policy> floors = new ArrayList<>();
        if (!settings.getFloorPolicy().isEmpty()) {
            read(settings.getFloorPolicy(), Messages.Policies_floor(), problems).ifPresent(floors::add);
        }
        for (QualysFolderProperty.OfFolder each : QualysFolderProperty.around(item)) {
            String name = each.property().getFloorPolicy();
            if (!name.isEmpty()) {
                read(name, Messages.Policies_folderFloor(each.folder()), problems)
                        .ifPresent(floors::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        return List.copyOf(floors);
    }

    private Optional<Policy> read(String name, String role, List<String> problems) {
        Optional<NamedPolicy> named = settings.getPolicies().stream()
                .filter(policy -> policy.getName().equals(name))
                .findFirst();
        if (named.isEmpty()) {
            problems.add(role + ": " + SettingsProblems.unknownPolicy(name, settings.getPolicies()));
            return Optional.empty();
        }
        return named.get().read().fold(valid -> Optional.of(valid.policy()), invalid -> {
            problems.add(role + ": " + Messages.Policies_broken(name, String.join("\n", NamedPolicy.lines(invalid))));
            return Optional.empty();
        });
    }

    private static Policy orRefuse(Optional<Policy> policy, List<String> problems) throws ScanRefusedException {
        if (policy.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        return policy.get();
    }
}
