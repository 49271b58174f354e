package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.init.Terminator;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The check of this Jenkins. One thread of its own does all turns, those of the watchdog and those that builds wait for, and
 * opens the check anew when its settings change; pages read what that thread has found.
 */
@Extension
public final class ComplianceCheck implements ExtensionPoint {
    /** Where people see what it found. */
    public static final String PAGE = "qualys-compliance";

    private static final Logger LOGGER = Logger.getLogger(ComplianceCheck.class.getName());

    /** In which a change of the file or of the settings is noticed at the latest, too. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration WHILE_QUIET = Duration.ofSeconds(5);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final AtomicReference<ComplianceCheck> STARTED = new AtomicReference<>();

    private final Clock clock = SharedEngine.clock();
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile CheckStatus status = CheckStatus.NONE;
    private volatile boolean stopped;

    @CheckForNull
    private Thread thread;

    // From here on only the thread of the check, and whoever holds the lock.
    @CheckForNull
    private ExecutorService lookers;

    @CheckForNull
    private FileInForce inForce;

    @CheckForNull
    private OpenCheck open;

    private Instant next = Instant.MIN;
    private String logged = "";

    /** Somebody waits for a look; or the check is only to notice that something has changed. */
    private record Order(@CheckForNull CompletableFuture<CheckStatus> answer) {}

    /** @throws IllegalStateException if Jenkins is starting up or shutting down */
    public static ComplianceCheck get() {
        return ExtensionList.lookupSingleton(ComplianceCheck.class);
    }

    /** How it stands; nothing is looked at for that. */
    public CheckStatus status() {
        return status;
    }

    /**
     * Looks at all sources now, whoever else looks. Completes with how it stands then, also if the look failed; exceptionally
     * with {@link CheckUnavailableException} if there is nothing to check.
     */
    public CompletableFuture<CheckStatus> look() {
        CompletableFuture<CheckStatus> answer = new CompletableFuture<>();
        orders.add(new Order(answer));
        ensureRunning();
        return answer;
    }

    /** Has a turn done soon, because something has changed. */
    public void wake() {
        orders.add(new Order(null));
        ensureRunning();
    }

    /**
     * Does something with what is on record.
     *
     * @throws CheckUnavailableException if nothing is open now
     */
    public <T> T with(Function<ScanCompliance, T> action) throws CheckUnavailableException {
        use.readLock().lock();
        try {
            OpenCheck present = open;
            if (present == null) {
                throw new CheckUnavailableException(Messages.ComplianceCheck_notOpen());
            }
            return action.apply(present.check());
        } finally {
            use.readLock().unlock();
        }
    }

    /** Starts the thread, if it does not run. */
    synchronized void ensureRunning() {
        if (!stopped && (thread == null || !thread.isAlive())) {
            STARTED.set(this);
            thread = new Thread(this::run, "Qualys compliance check");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        JenkinsFacade jenkins = JenkinsFacade.get();
        while (!stopped) {
            try {
                long wait = Math.max(
                        0, Duration.between(clock.instant(), later(next)).toMillis());
                Order first = orders.poll(Math.min(wait, LONGEST_REST.toMillis()), TimeUnit.MILLISECONDS);
                List<Order> all = new ArrayList<>();
                if (first != null) {
                    all.add(first);
                }
                orders.drainTo(all);
                if (!stopped) {
                    work(jenkins, all);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private static Instant later(Instant moment) {
        return moment.equals(Instant.MIN) ? Instant.EPOCH : moment;
    }

    private void work(JenkinsFacade jenkins, List<Order> all) throws InterruptedException {
        List<CompletableFuture<CheckStatus>> waiting =
                all.stream().map(Order::answer).filter(each -> each != null).toList();
        // A build that is under way may still look, the watchdog may not: it would be cut short.
        if (waiting.isEmpty() && (jenkins.isQuietingDown() || !jenkins.hasLoadedAllJobs())) {
            next = clock.instant().plus(WHILE_QUIET);
            return;
        }
        boolean look = !waiting.isEmpty();
        // What breaks a turn must not end the thread, whatever it is.
        FutureTask<Void> turn = new FutureTask<>(() -> turn(jenkins, look), null);
        turn.run();
        try {
            turn.get();
        } catch (ExecutionException broken) {
            failed(broken.getCause());
        }
        CheckStatus now = status;
        waiting.forEach(each -> answer(each, now));
    }

    private static void answer(CompletableFuture<CheckStatus> waiting, CheckStatus now) {
        if (now.configured()) {
            waiting.complete(now);
        } else {
            waiting.completeExceptionally(new CheckUnavailableException(Messages.ComplianceCheck_notConfigured()));
        }
    }

    private void turn(JenkinsFacade jenkins, boolean lookNow) {
        ComplianceConfiguration configured = ComplianceConfiguration.get();
        next = clock.instant().plus(LONGEST_REST);
        if (inForce == null) {
            inForce = new FileInForce(jenkins.home().resolve("compliance-in-force.yaml"));
        }
        FileInForce.Choice choice = inForce.choose(configured);
        status = status.by(choice, configured.isConfigured());
        try {
            ScanCompliance check = opened(jenkins, choice.text());
            if (check != null && (lookNow || configured.isEnabled())) {
                CheckOutcome outcome = lookNow ? check.lookNow() : check.turn();
                status = status.found(outcome);
                next = earlier(outcome.nextTurn(), next);
                afterTurn(check, outcome);
                logged = "";
            }
        } catch (CheckUnavailableException impossible) {
            failed(impossible);
        }
    }

    /** What there is to do besides, once a turn is saved: make-up runs are followed, people are told, a sign of life is given. */
    private void afterTurn(ScanCompliance check, CheckOutcome outcome) {
        check.resubmissions().turn(outcome.at()).problems().forEach(each -> LOGGER.log(Level.WARNING, "{0}", each));
        check.deliver();
        check.beat(outcome).forEach(each -> LOGGER.log(Level.WARNING, "No sign of life was given: {0}", each));
        status = status.stuck(StuckMessage.of(check.ledger().outbox(), clock.instant()));
    }

    /** Null if there is nothing to check. */
    @CheckForNull
    private ScanCompliance opened(JenkinsFacade jenkins, @CheckForNull ComplianceText file)
            throws CheckUnavailableException {
        ComplianceSettings wanted = file == null ? null : file.settings();
        if (wanted != null && open != null && open.isBy(wanted)) {
            return open.check();
        }
        use.writeLock().lock();
        try {
            closeOpen();
            if (wanted == null || stopped) {
                return null;
            }
            if (lookers == null) {
                lookers = Executors.newCachedThreadPool(
                        new NamingThreadFactory(new DaemonThreadFactory(), "Qualys compliance source"));
            }
            open = OpenCheck.open(wanted, jenkins.home().resolve("compliance"), lookers);
            open.check().recordSettings(file.source(), file.text(), JournalNote.SYSTEM);
            return open.check();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void closeOpen() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void failed(Throwable cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        status = status.failed(why, clock.instant());
        next = clock.instant().plus(AFTER_FAILURE);
        // Once, and not with every turn; the administrative monitor shows it as long as it lasts.
        if (!stopped && !logged.equals(why)) {
            logged = why;
            Level level = cause instanceof CheckUnavailableException ? Level.WARNING : Level.SEVERE;
            LOGGER.log(level, "Scheduled scans cannot be checked, and it is tried again every minute: " + why, cause);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void stop() throws InterruptedException {
        Thread running;
        synchronized (this) {
            stopped = true;
            running = thread;
        }
        orders.add(new Order(null));
        if (running != null) {
            // Not interrupted: that would close the files of the database under it.
            running.join(TO_STOP.toMillis());
        }
        use.writeLock().lock();
        try {
            closeOpen();
            if (lookers != null) {
                lookers.shutdown();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Ends the turn that is under way, and lets go of the files. */
    @Terminator
    public static void stopAll() throws InterruptedException {
        ComplianceCheck started = STARTED.getAndSet(null);
        if (started != null) {
            started.stop();
        }
    }
}
