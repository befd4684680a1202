package podo.stack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.watch.ProcessRestarter;
import podo.stack.supervisor.watch.RunFolder;
import podo.stack.supervisor.watch.StartProgress;

/** Starts processes, a few at a time, and knows all that were started. */
final class LaunchedProcesses {

    private final StackFolders folders;
    private final RunFolder run;
    private final StartProgress progress;
    private final List<ProcessRestarter> restarters = Collections.synchronizedList(new ArrayList<>());

    /** Limits concurrent starts: far more starts than cores slow each other down, and the first page would wait for what it does not need. */
    private final Semaphore startPermits = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

    private volatile boolean stopping;

    LaunchedProcesses(StackFolders folders, RunFolder run, StartProgress progress) {
        this.folders = folders;
        this.run = run;
        this.progress = progress;
    }

    /** A start that waits for its turn. */
    interface Start {
        void begin() throws Exception;
    }

    /** Runs the start as soon as fewer others are running than are allowed. */
    Void inTurn(Start start) throws Exception {
        startPermits.acquire();
        try {
            start.begin();
            return null;
        } finally {
            startPermits.release();
        }
    }

    /** Returns when the program is ready; does nothing once the stack stops. */
    void launch(Program program, int port) {
        if (!stopping) {
            var restarter = restarter(program, port);
            restarters.add(restarter);
            progress.begin(program.name());
            restarter.start();
            progress.done(program.name());
        }
    }

    /** Returns when the program is ready beside the process that has its name. On failure that one is as before. */
    ProcessRestarter launchSuccessor(Program program, int port) {
        var successor = restarter(program, port).asSuccessor();
        restarters.add(successor);
        try {
            successor.start();
            return successor;
        } catch (RuntimeException e) {
            successor.stop(Duration.ZERO);
            restarters.remove(successor);
            throw e;
        }
    }

    void forget(ProcessRestarter ended) {
        restarters.remove(ended);
    }

    private ProcessRestarter restarter(Program program, int port) {
        return new ProcessRestarter(program, port, folders, run, progress.console());
    }

    List<ProcessRestarter> all() {
        return List.copyOf(restarters);
    }

    /** Nothing is launched from now on. Returns whether it was said before. */
    synchronized boolean markStopping() {
        var before = stopping;
        stopping = true;
        return before;
    }

    boolean stopping() {
        return stopping;
    }
}
