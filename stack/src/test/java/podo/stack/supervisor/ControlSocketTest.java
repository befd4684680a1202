package podo.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.supervisor.settings.CannotStart;

class ControlSocketTest {

    @TempDir
    Path run;

    private final List<String> said = new ArrayList<>();

    @Test
    void aCommandIsExecutedAndItsProgressReachesTheCaller() throws Exception {
        new ControlSocket(run).serve((line, say) -> {
            say.accept("asked for " + line);
            say.accept("포도");
        });

        assertThat(new ControlSocket(run).call("user event", said::add)).isTrue();
        assertThat(new ControlSocket(run).call("again", said::add)).isTrue();
        assertThat(said).containsExactly("asked for user event", "포도", "asked for again", "포도");
    }

    @Test
    void whatFailsIsSaidAndTheNextCommandIsTaken() throws Exception {
        new ControlSocket(run).serve((line, say) -> {
            throw new CannotStart("no " + line);
        });

        assertThat(new ControlSocket(run).call("user", said::add)).isFalse();
        assertThat(new ControlSocket(run).call("event", said::add)).isFalse();
        assertThat(said).containsExactly("no user", "no event");
    }

    @Test
    void oneCommandAtATime() throws Exception {
        var go = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        new ControlSocket(run).serve((line, say) -> {
            begun.countDown();
            go.await();
        });
        var first = CompletableFuture.supplyAsync(() -> new ControlSocket(run).call("user", text -> {}));
        begun.await();

        assertThat(new ControlSocket(run).call("event", said::add)).isFalse();
        assertThat(said).containsExactly("Another command is running.");

        go.countDown();
        assertThat(first.join()).isTrue();
    }

    @Test
    void withoutASupervisorTheCallerIsToldSo() {
        assertThatThrownBy(() -> new ControlSocket(run).call("user", said::add))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./podo status");
    }
}
