package podo.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdTest {

    @Test
    void aRunningProcessIsFoundByItsWrittenId() {
        var own = ProcessId.of(ProcessHandle.current());

        assertThat(ProcessId.read(own.toString()).find()).contains(ProcessHandle.current());
        assertThat(own.resident()).isPositive();
    }

    @Test
    void anotherProcessWithAReusedIdIsNotFound() {
        var earlier = new ProcessId(
                ProcessHandle.current().pid(),
                ProcessId.of(ProcessHandle.current()).ticks() - 1);

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsNotFound() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();
        var id = ProcessId.of(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(id.find()).isEmpty();
    }
}
