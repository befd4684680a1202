package podo.tosssimulator.api;

import static podo.tosssimulator.fault.FaultKind.ERROR_AFTER;
import static podo.tosssimulator.fault.FaultKind.ERROR_BEFORE;
import static podo.tosssimulator.fault.FaultKind.GARBAGE;
import static podo.tosssimulator.fault.FaultKind.IN_FLIGHT;
import static podo.tosssimulator.fault.FaultKind.LATE;
import static podo.tosssimulator.fault.FaultKind.LATENCY;
import static podo.tosssimulator.fault.FaultKind.LATENCY_AFTER;
import static podo.tosssimulator.fault.FaultKind.LOST_AFTER;
import static podo.tosssimulator.fault.FaultKind.LOST_BEFORE;
import static podo.tosssimulator.fault.FaultKind.WRONG_AMOUNT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import podo.tosssimulator.fault.Call;
import podo.tosssimulator.fault.Fault;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.money.TossError;

/** The way from the shop's call to its answer: faults before, idempotency round the work, faults after. */
@Component
class Wire {

    private final Faults faults;
    private final IdempotencyStore store;
    private final Answers answers;

    Wire(Faults faults, IdempotencyStore store, Answers answers) {
        this.faults = faults;
        this.store = store;
        this.answers = answers;
    }

    /**
     * @param scope where the first answer is kept, or null when the call has no idempotency key
     * @return null when the connection is to end without an answer: one written byte would be an answer
     */
    @Nullable
    ResponseEntity<String> carry(
            HttpServletRequest request,
            Call call,
            @Nullable String orderId,
            @Nullable String scope,
            Supplier<Answer> work) {
        faults.strike(call, orderId, LATENCY).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> before = faults.strike(call, orderId, LOST_BEFORE, ERROR_BEFORE, IN_FLIGHT, LATE);
        Answer answer = before.isPresent()
                ? instead(request, before.get(), scope, work)
                : after(request, call, orderId, once(scope, work));
        return HangUp.asked(request) ? null : answer.toResponse();
    }

    private Answer instead(HttpServletRequest request, Fault fault, @Nullable String scope, Supplier<Answer> work) {
        switch (fault.kind()) {
            case ERROR_BEFORE -> {
                return answers.error(fault.status(), fault.code(), "the fault panel asked for it");
            }
            case IN_FLIGHT -> {
                return answers.error(TossError.of("IDEMPOTENT_REQUEST_PROCESSING"));
            }
            case LATE -> later(fault.millis(), scope, work);
            default -> {}
        }
        HangUp.on(request);
        return answers.error(500, "COMMON_ERROR", "never seen");
    }

    private Answer after(HttpServletRequest request, Call call, @Nullable String orderId, Answer answer) {
        faults.strike(call, orderId, LATENCY_AFTER).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> fault = faults.strike(call, orderId, LOST_AFTER, ERROR_AFTER, GARBAGE, WRONG_AMOUNT);
        if (fault.isEmpty()) {
            return answer;
        }
        return switch (fault.get().kind()) {
            case ERROR_AFTER -> answers.error(fault.get().status(), fault.get().code(), "the fault panel asked for it");
            case GARBAGE -> new Answer(200, "<html><body>It works!</body></html>");
            case WRONG_AMOUNT ->
                new Answer(
                        answer.status(), answer.body().replaceFirst("\"totalAmount\":(\\d+)", "\"totalAmount\":1$1"));
            default -> {
                HangUp.on(request);
                yield answer;
            }
        };
    }

    private Answer once(@Nullable String scope, Supplier<Answer> work) {
        if (scope == null) {
            return work.get();
        }
        return store.begin(scope)
                .map(known -> known.orElseGet(() -> answers.error(TossError.of("IDEMPOTENT_REQUEST_PROCESSING"))))
                .orElseGet(() -> finish(scope, work));
    }

    private void later(long millis, @Nullable String scope, Supplier<Answer> work) {
        if (scope != null && store.begin(scope).isPresent()) {
            return;
        }
        Thread.ofVirtual().start(() -> {
            pause(millis);
            if (scope == null) {
                work.get();
            } else {
                finish(scope, work);
            }
        });
    }

    private Answer finish(String scope, Supplier<Answer> work) {
        try {
            Answer answer = work.get();
            store.finish(scope, answer);
            return answer;
        } catch (RuntimeException e) {
            store.abandon(scope);
            throw e;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
