package podo.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java does not send itself. */
public enum ProcessSignal {
    /** The process keeps its connections and answers nothing. */
    STOP,
    /** It goes on; harmless for one that was not stopped. */
    CONT;

    /** Whether there was such a process. */
    public boolean send(long pid) {
        try {
            return new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
