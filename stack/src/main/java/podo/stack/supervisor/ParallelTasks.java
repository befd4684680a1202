package podo.stack.supervisor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Tasks on a thread each. */
final class ParallelTasks {

    static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private ParallelTasks() {}

    static CompletableFuture<Void> inParallel(List<Callable<Void>> tasks) {
        return completeTogether(tasks.stream().map(ParallelTasks::run).toArray(CompletableFuture<?>[]::new));
    }

    /** Completes when all are done, or exceptionally as soon as one fails. */
    static CompletableFuture<Void> completeTogether(CompletableFuture<?>... running) {
        var all = CompletableFuture.allOf(running);
        for (var one : running) {
            one.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        return all;
    }

    static CompletableFuture<Void> run(Callable<Void> task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e.getMessage(), e);
                    }
                },
                THREADS);
    }
}
