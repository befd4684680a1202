package podo.stack.supervisor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.Program;
import podo.stack.process.StartFailed;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

class ProcessRestarterIT {
    @TempDir
    Path project;

    private StackFolders folders;

    @BeforeEach
    void arrange() throws Exception {
        folders = StackFolders.of(new StackSettings(Map.of("PODO_PROJECT", project.toString())));
    }

    @Test
    void aProgramThatEndsWhileItStartsGetsASecondTry() {
        var restarter = restarter(2);
        try {
            restarter.start();

            assertThat(tries()).isEqualTo(2);
        } finally {
            restarter.stop(Duration.ZERO);
        }
    }

    @Test
    void theSecondFailureIsReported() {
        var restarter = restarter(3);

        assertThatThrownBy(restarter::start).isInstanceOf(StartFailed.class);
        assertThat(tries()).isEqualTo(2);
    }

    @Test
    void nothingIsLaunchedAfterAStop() {
        var restarter = restarter(1);
        restarter.stop(Duration.ZERO);

        assertThatThrownBy(restarter::start).isInstanceOf(StartFailed.class);
        assertThat(tries()).isZero();
    }

    @Test
    void aProcessIsAskedToDrainByAFileThatIsThereWhileItEnds() throws Exception {
        var run = new RunFolder(folders);
        var restarter = lingering(run);
        restarter.start();

        restarter.drain(Duration.ofSeconds(30), () -> false);

        assertThat(project.resolve("drained")).exists();
        assertThat(run.drainRequest("lingering")).doesNotExist();
        assertThat(run.find("lingering")).isEmpty();
    }

    @Test
    void aDrainThatTakesTooLongOrIsInAHurryEndsWithAKill() throws Exception {
        for (var hurry : List.of(true, false)) {
            var restarter = lingering(new RunFolder(folders));
            restarter.start();
            var pid = restarter.pid();

            restarter.drain(Duration.ofMillis(hurry ? 60_000 : 50), () -> hurry);

            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void aSuccessorRunsBesideItsPredecessorAndTakesItsName() {
        var run = new RunFolder(folders);
        var old = lingering(run);
        var next = lingering(run).asSuccessor();
        try {
            old.start();
            next.start();
            assertThat(run.find("lingering").orElseThrow().id().pid()).isEqualTo(old.pid());
            assertThat(run.find("lingering-next").orElseThrow().id().pid()).isEqualTo(next.pid());

            old.stop(Duration.ZERO);
            next.takeName();

            assertThat(run.all()).singleElement().satisfies(entry -> {
                assertThat(entry.name()).isEqualTo("lingering");
                assertThat(entry.id().pid()).isEqualTo(next.pid());
                assertThat(entry.state()).isEqualTo("up");
            });
        } finally {
            old.stop(Duration.ZERO);
            next.stop(Duration.ZERO);
        }
        assertThat(run.all()).isEmpty();
    }

    @Test
    void aProcessThatCrashesIsRestartedAlsoWhenTheDiskIsFull() throws Exception {
        var restarter = lingering(new RunFolder(folders));
        try {
            restarter.start();
            var first = restarter.pid();
            // nothing can be written under the name of the new entry
            Files.createDirectory(folders.run().resolve("lingering.new"));

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(30)).until(() -> restarter.pid() != first);
        } finally {
            Files.deleteIfExists(folders.run().resolve("lingering.new"));
            restarter.stop(Duration.ZERO);
        }
    }

    private ProcessRestarter lingering(RunFolder run) {
        return new ProcessRestarter(
                new Lingering(project, run.drainRequest("lingering")), 0, folders, run, new Console());
    }

    /** Takes a second to end, and leaves a file when it was asked to drain. */
    private record Lingering(Path folder, Path request) implements Program {

        @Override
        public String name() {
            return "lingering";
        }

        @Override
        public List<String> command() {
            return List.of(
                    "bash",
                    "-c",
                    "trap 'sleep 1; [ -e %s ] && touch drained; exit 0' TERM; touch waiting; while :; do sleep 0.1; done"
                            .formatted(request));
        }

        @Override
        public boolean ready() {
            return Files.exists(folder.resolve("waiting"));
        }
    }

    private ProcessRestarter restarter(int succeedingTry) {
        return new ProcessRestarter(
                new Tries(project, succeedingTry), 0, folders, new RunFolder(folders), new Console());
    }

    private int tries() {
        return new Tries(project, 0).tries();
    }

    /** Each run leaves a file; all runs before the succeeding one end at once. */
    private record Tries(Path folder, int succeedingTry) implements Program {

        int tries() {
            int tries = 0;
            while (Files.exists(folder.resolve("try-" + (tries + 1)))) {
                tries++;
            }
            return tries;
        }

        @Override
        public String name() {
            return "tries";
        }

        @Override
        public List<String> command() {
            int current = tries() + 1;
            return List.of(
                    "bash",
                    "-c",
                    "touch try-%d; [ %d -ge %d ] && exec sleep 60; exit 1".formatted(current, current, succeedingTry));
        }

        @Override
        public boolean ready() {
            return tries() >= succeedingTry;
        }
    }
}
