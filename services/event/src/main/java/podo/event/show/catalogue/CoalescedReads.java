package podo.event.show.catalogue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs concurrent reads of the same key once (single-flight): the first caller reads, the others wait for its result. */
class CoalescedReads {

    private final ConcurrentHashMap<String, CompletableFuture<Object>> running = new ConcurrentHashMap<>();

    /** Returns or throws what the read returned or threw; a result is not kept after the read. */
    @SuppressWarnings("unchecked")
    <T> T read(String key, Supplier<T> reader) {
        CompletableFuture<Object> own = new CompletableFuture<>();
        CompletableFuture<Object> first = running.putIfAbsent(key, own);
        if (first != null) {
            return (T) await(first);
        }
        try {
            own.complete(reader.get());
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
        } finally {
            running.remove(key, own);
        }
        return (T) await(own);
    }

    private static Object await(CompletableFuture<Object> read) {
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
