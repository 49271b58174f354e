package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HostLostException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanPlace;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerHost;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the scanner on the agent of a build, through its launcher and so also in a container, in a way that survives a
 * restart of Jenkins: what was begun before is waited for and not begun again.
 */
public final class AgentHost implements ScannerHost {
    private static final Logger LOGGER = Logger.getLogger(AgentHost.class.getName());

    private final AgentContact contact;
    private final ScannerLocation scanner;
    private final ScanMemory memory;
    private final IncomingFiles incoming;
    private Map<String, String> awsFiles = Map.of();
    private List<String> remarks = List.of();

    /**
     * @param memory what is known of earlier attempts, and where new ones are noted
     * @param incoming where reports are kept on the controller while they are read
     */
    public AgentHost(AgentContact contact, ScannerLocation scanner, ScanMemory memory, IncomingFiles incoming) {
        this.contact = contact;
        this.scanner = scanner;
        this.memory = memory;
        this.incoming = incoming;
    }

    @Override
    public ScanPlace open(@CheckForNull ScanRequest request) throws IOException, InterruptedException {
        if (request == null) {
            PreparedPlace prepared = prepare();
            return new AgentPlace(contact, incoming, new RunningScan("", prepared.root, prepared.now), () -> {});
        }
        String key = key(request);
        RunningScan known = memory.next(key).orElse(null);
        if (known != null) {
            contact.log("Waiting for the scan of " + request.image() + " that was begun before.");
            return new AgentPlace(contact, incoming, known, memory::save);
        }
        PreparedPlace prepared = prepare();
        RunningScan scan = new RunningScan(key, prepared.root, prepared.now);
        memory.add(scan);
        return new AgentPlace(contact, incoming, scan, memory::save);
    }

    private static String key(ScanRequest request) {
        return request.image() + " " + request.platform() + " "
                + request.scanTypes().stream().sorted().toList();
    }

    private PreparedPlace prepare() throws IOException, InterruptedException {
        AgentLink link = contact.link();
        PreparedPlace prepared;
        try {
            prepared = directory().act(new PreparePlace(scanner, link.environment()));
        } catch (IOException lost) {
            throw new HostLostException(
                    "QScanner could not be started on " + link.name() + ": " + lost.getMessage() + ".",
                    "Look at the agent's log and free disk space, then scan again.",
                    lost);
        }
        if (prepared.root == null) {
            throw new ScannerRefusedException(
                    AgentText.line(prepared.situation), AgentText.line(prepared.howToFix), null);
        }
        awsFiles = Map.copyOf(prepared.awsFiles);
        remarks = AgentText.lines(prepared.remarks);
        return prepared;
    }

    /** In the temporary directory beside the workspace, which containers of the build see as well. */
    private FilePath directory() throws IOException, InterruptedException {
        FilePath workspace = contact.link().workspace();
        if (memory.directory().isEmpty()) {
            FilePath temporary = WorkspaceList.tempDir(workspace);
            if (temporary == null) {
                throw new IOException("there is no directory beside the workspace " + workspace.getRemote());
            }
            memory.directory(
                    temporary.child("qualys-fargate-" + UUID.randomUUID()).getRemote());
        }
        return new FilePath(workspace.getChannel(), memory.directory());
    }

    @Override
    public Map<String, String> environment() throws IOException, InterruptedException {
        Map<String, String> variables = new TreeMap<>(awsFiles);
        variables.putAll(contact.link().environment());
        return variables;
    }

    @Override
    public List<String> remarks() {
        return new ArrayList<>(remarks);
    }

    /** Deletes on the agent what is left of all scans, when no restart can need it any more; what cannot be deleted is logged. */
    public void deletePlaces() {
        if (memory.directory().isEmpty()) {
            return;
        }
        try {
            directory().deleteRecursive();
        } catch (IOException lost) {
            LOGGER.log(
                    Level.INFO,
                    lost,
                    () -> "Could not delete " + memory.directory() + " on "
                            + contact.link().name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
