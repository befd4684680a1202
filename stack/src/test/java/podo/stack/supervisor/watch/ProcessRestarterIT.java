package podo.stack.supervisor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
