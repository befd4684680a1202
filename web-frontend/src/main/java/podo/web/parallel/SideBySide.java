package podo.web.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import podo.starter.trace.TraceCarrier;

/**
 * The independent calls of one page, each on a virtual thread of its own, with the request's language, account, session and
 * trace. Closing
 * waits for all of them, since the request's objects are used again by the container afterwards; each call has its own timeout.
 */
public final class SideBySide implements AutoCloseable {

    /** A call that was started. */
    public static final class Call<T extends @Nullable Object> {

        private final CompletableFuture<T> done = new CompletableFuture<>();

        private Call() {}

        /** What the call returned, or throws what it threw. */
        public T result() {
            try {
                return done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw e;
            }
        }
    }

    private final @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
    private final @Nullable LocaleContext language = LocaleContextHolder.getLocaleContext();
    private final SecurityContext account = SecurityContextHolder.getContext();
    private final List<Call<?>> calls = new ArrayList<>();

    private SideBySide() {}

    public static SideBySide open() {
        return new SideBySide();
    }

    public <T extends @Nullable Object> Call<T> start(Supplier<T> asked) {
        Call<T> call = new Call<>();
        calls.add(call);
        Thread.ofVirtual().name("side-by-side").start(TraceCarrier.carry(() -> run(asked, call)));
        return call;
    }

    private <T extends @Nullable Object> void run(Supplier<T> asked, Call<T> call) {
        try {
            RequestContextHolder.setRequestAttributes(request);
            LocaleContextHolder.setLocaleContext(language);
            SecurityContextHolder.setContext(account);
            call.done.complete(asked.get());
        } catch (RuntimeException | Error e) {
            call.done.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        for (Call<?> call : calls) {
            call.done.handle((result, failure) -> true).join();
        }
    }
}
