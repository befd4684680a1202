package podo.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Describes how a program is run as an operating system process. */
public interface Program {

    /** Used in messages and for the log file. */
    String name();

    /** The working folder; it exists once {@link #prepare()} returned. */
    Path folder();

    /** Creates what the program needs; called before each start, so it must be idempotent. */
    default void prepare() throws IOException, InterruptedException {}

    List<String> command();

    /**
     * Whether its process has a session of its own. Linux may share the processors among sessions first ({@code sched_autogroup}): the priority
     * of a thread counts among the threads of its session only.
     */
    default boolean ownSession() {
        return true;
    }

    /** Added to the parent's environment; secrets are passed here and never on the command line. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Called with each new process, before it is ready; must return at once. */
    default void onLaunch(ProcessHandle process) {}

    /** Whether the program serves requests; polled every 50 ms after the start. */
    boolean ready();

    /** Called after each start, once the program is ready. */
    default void onReady() throws IOException {}

    /** How long the program may take to become ready. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }
}
