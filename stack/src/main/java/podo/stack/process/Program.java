package podo.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is run as one process of the operating system. */
public interface Program {

    /** Names the process in messages and its log file. */
    String name();

    /** The working folder; it exists once {@link #prepare()} returned. */
    Path folder();

    /** Lays out what must be there before the first start; repeated before each start, so it must do nothing the second time. */
    default void prepare() throws IOException, InterruptedException {}

    List<String> command();

    /** Added to the environment of the parent; secrets come in here and never on the command line. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Whether it answers; asked several times a second after the start. */
    boolean ready();

    /** Called each time after it became ready. */
    default void onReady() throws IOException {}

    /** How long it may take to become ready. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }
}
