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
import podo.tosssimulator.fault.Fault;
import podo.tosssimulator.fault.Faults;
import podo.tosssimulator.fault.TossOperation;
import podo.tosssimulator.money.TossError;

/** The way from the shop's call to its answer: faults before, idempotency round the work, faults after. */
@Component
class TossExchange {

    private final Faults faults;
    private final IdempotencyStore store;
    private final TossResponses answers;

    TossExchange(Faults faults, IdempotencyStore store, TossResponses answers) {
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
            TossOperation call,
            @Nullable String orderId,
            @Nullable String scope,
            Supplier<RecordedResponse> work) {
        faults.strike(call, orderId, LATENCY).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> before = faults.strike(call, orderId, LOST_BEFORE, ERROR_BEFORE, IN_FLIGHT, LATE);
        RecordedResponse answer = before.isPresent()
                ? instead(request, before.get(), scope, work)
                : after(request, call, orderId, once(scope, work));
        return ConnectionDropFilter.asked(request) ? null : answer.toResponse();
    }

    private RecordedResponse instead(
            HttpServletRequest request, Fault fault, @Nullable String scope, Supplier<RecordedResponse> work) {
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
        ConnectionDropFilter.on(request);
        return answers.error(500, "COMMON_ERROR", "never seen");
    }

    private RecordedResponse after(
            HttpServletRequest request, TossOperation call, @Nullable String orderId, RecordedResponse answer) {
        faults.strike(call, orderId, LATENCY_AFTER).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> fault = faults.strike(call, orderId, LOST_AFTER, ERROR_AFTER, GARBAGE, WRONG_AMOUNT);
        if (fault.isEmpty()) {
            return answer;
        }
        return switch (fault.get().kind()) {
            case ERROR_AFTER -> answers.error(fault.get().status(), fault.get().code(), "the fault panel asked for it");
            case GARBAGE -> new RecordedResponse(200, "<html><body>It works!</body></html>");
            case WRONG_AMOUNT ->
                new RecordedResponse(
                        answer.status(), answer.body().replaceFirst("\"totalAmount\":(\\d+)", "\"totalAmount\":1$1"));
            default -> {
                ConnectionDropFilter.on(request);
                yield answer;
            }
        };
    }

    private RecordedResponse once(@Nullable String scope, Supplier<RecordedResponse> work) {
        if (scope == null) {
            return work.get();
        }
        return store.begin(scope)
                .map(known -> known.orElseGet(() -> answers.error(TossError.of("IDEMPOTENT_REQUEST_PROCESSING"))))
                .orElseGet(() -> finish(scope, work));
    }

    private void later(long millis, @Nullable String scope, Supplier<RecordedResponse> work) {
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

    private RecordedResponse finish(String scope, Supplier<RecordedResponse> work) {
        try {
            RecordedResponse answer = work.get();
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
