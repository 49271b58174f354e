package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service of Anchore on one host.
 *
 * @param up null if Anchore does not say
 * @param message in Anchore's words; empty if none
 * @param version of the code, and of the database it works with; empty if not told
 */
public record ServiceHost(
        String service, String host, @Nullable Boolean up, String message, String version, String dbVersion) {

    static List<ServiceHost> all(JsonNode answer) throws UnreadableValueException {
        JsonNode states = AnchoreJson.first(answer, "service_states", "serviceStates");
        if (!states.isArray()) {
            throw new UnreadableValueException("service_states", "no list", "a list of services");
        }
        List<ServiceHost> all = new ArrayList<>();
        for (JsonNode each : states) {
            all.add(of(each));
        }
        return all;
    }

    private static ServiceHost of(JsonNode state) throws UnreadableValueException {
        JsonNode detail = AnchoreJson.first(state, "service_detail", "serviceDetail");
        String name = AnchoreJson.text(state, "servicename", "service_name");
        if (name.isEmpty()) {
            throw new UnreadableValueException("service_name", "", "the name of a service");
        }
        Boolean status = Scalars.flag(state, "status");
        Boolean available = Scalars.flag(detail, "available");
        Boolean runs = Scalars.flag(detail, "up");
        boolean bad = Boolean.FALSE.equals(status) || Boolean.FALSE.equals(available) || Boolean.FALSE.equals(runs);
        String message = AnchoreJson.text(state, "status_message", "statusMessage");
        return new ServiceHost(
                name,
                AnchoreJson.text(state, "hostid", "host_id"),
                // What is not said to be there is not there; without any word nobody knows.
                bad ? Boolean.FALSE : status,
                bad && message.isEmpty() ? AnchoreJson.text(detail, "message") : message,
                AnchoreJson.text(detail, "version"),
                AnchoreJson.text(detail, "db_version"));
    }
}
