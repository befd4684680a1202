package podo.stack.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import podo.stack.process.ProcessId;

/**
 * A shell process that outlives this JVM: when the pipe to it closes it kills the registered servers, if process id and start
 * time still match, and removes their folder.
 */
final class OrphanReaper {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r entry; do list="$list $entry"; done
            for entry in $list; do
              pid=${entry%%:*}
              [ "$(cut -d' ' -f22 /proc/$pid/stat 2>/dev/null)" = "${entry#*:}" ] && kill -KILL "$pid"
            done
            rm -rf "$1"
            """;

    private final OutputStream pipe;

    private OrphanReaper(OutputStream pipe) {
        this.pipe = pipe;
    }

    static OrphanReaper over(Path folder) {
        try {
            var shell = new ProcessBuilder("sh", "-c", SCRIPT, "podo-orphan-reaper", folder.toString())
                    .directory(Path.of("/").toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new OrphanReaper(shell.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the shell that reaps the test servers", e);
        }
    }

    synchronized void watch(ProcessHandle process) {
        try {
            pipe.write((ProcessId.of(process) + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the orphan reaper has exited", e);
        }
    }
}
