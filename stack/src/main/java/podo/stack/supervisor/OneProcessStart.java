package podo.stack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import podo.stack.supervisor.jvm.CacheTrainer;
import podo.stack.supervisor.jvm.OneProcessProgram;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

/** Starts all services in one process, together with the servers; what needs a server waits for a file. */
final class OneProcessStart {

    private final PreparedStack stack;
    private final LaunchedProcesses processes;
    private final ServicePrograms programs;
    private final StackFolders folders;
    private final StackSettings settings;
    private final boolean recording;

    OneProcessStart(
            PreparedStack stack,
            LaunchedProcesses processes,
            ServicePrograms programs,
            StackFolders folders,
            StackSettings settings,
            boolean recording) {
        this.stack = stack;
        this.processes = processes;
        this.programs = programs;
        this.folders = folders;
        this.settings = settings;
        this.recording = recording;
    }

    void start(ServerStart serverStart, Runnable firstPage) {
        try {
            var go = folders.run().resolve("servers-up");
            Files.deleteIfExists(go);
            var first = new ArrayList<ServiceProgram>();
            var others = new ArrayList<ServiceProgram>();
            for (var service : CacheTrainer.inOrder(stack.services())) {
                (service.isInfrastructure() ? first : others).add(programs.inOneProcess(service));
            }
            var all = new OneProcessProgram(first, others, go, folders, settings, recording);
            var servers = ParallelTasks.inParallel(List.of(() -> {
                serverStart.begin().join();
                serverStart.openSchemas();
                Files.createFile(go);
                return null;
            }));
            ParallelTasks.completeTogether(
                            servers,
                            ParallelTasks.run(() -> {
                                processes.launch(all, 0);
                                return null;
                            }),
                            ParallelTasks.run(() -> {
                                firstPage.run();
                                return null;
                            }))
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
