package podo.event.show;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Of all who ask the same at the same moment one goes and looks, the others wait for what it finds. */
class CoalescedReads {

    private final ConcurrentHashMap<String, CompletableFuture<Object>> running = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T join(String question, Supplier<T> look) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> first = running.putIfAbsent(question, mine);
        if (first != null) {
            return (T) answer(first);
        }
        try {
            mine.complete(look.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            running.remove(question, mine);
        }
        return (T) answer(mine);
    }

    private static Object answer(CompletableFuture<Object> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
