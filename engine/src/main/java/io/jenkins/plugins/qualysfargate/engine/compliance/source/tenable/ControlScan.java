package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** Pauses, resumes or stops a run: Tenable.sc API, POST /scanResult/{id}/pause and its like. */
final class ControlScan implements TenableCall<Boolean> {
    private final String id;
    private final TenableControl control;

    ControlScan(String id, TenableControl control) {
        this.id = ResourceId.checked(id);
        this.control = control;
    }

    @Override
    public String action() {
        return control.word() + " the scan result " + id;
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.post(server.resource("/scanResult/" + id + "/" + control.word()), "application/json", "{}");
    }

    /** How it goes on is told by the result itself, later. */
    @Override
    public Boolean read(Envelope answer) {
        return true;
    }
}
