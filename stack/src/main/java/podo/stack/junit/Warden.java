package podo.stack.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A shell that outlives this JVM, however it ends: when the pipe between them breaks it kills the servers of which it was
 * told, if they still are what they were, and removes their folder.
 */
final class Warden {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r pid began; do list="$list $pid:$began"; done
            for entry in $list; do
              pid=${entry%%:*}
              [ "$(cut -d' ' -f22 /proc/$pid/stat 2>/dev/null)" = "${entry#*:}" ] && kill -KILL "$pid"
            done
            rm -rf "$1"
            """;

    private final OutputStream pipe;

    private Warden(OutputStream pipe) {
        this.pipe = pipe;
    }

    static Warden over(Path folder) {
        try {
            var shell = new ProcessBuilder("sh", "-c", SCRIPT, "podo-warden", folder.toString())
                    .directory(Path.of("/").toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new Warden(shell.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("no shell to watch over the servers", e);
        }
    }

    synchronized void watch(ProcessHandle process) {
        try {
            pipe.write((process.pid() + " " + ticksAtStart(process) + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the warden is gone", e);
        }
    }

    /** The 22nd field of /proc/PID/stat: with the id it names a process for ever. The name in field 2 has no blanks here. */
    private static String ticksAtStart(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                .split(" ")[21];
    }
}
