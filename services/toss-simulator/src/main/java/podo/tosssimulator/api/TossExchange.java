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

/** Handles one call of the shop: faults before it, the work under its idempotency key, faults after it. */
@Component
class TossExchange {

    private final Faults faults;
    private final IdempotencyStore store;
    private final TossResponses responses;

    TossExchange(Faults faults, IdempotencyStore store, TossResponses responses) {
        this.faults = faults;
        this.store = store;
        this.responses = responses;
    }

    /**
     * @param scope the scope of the idempotency key, or null when the call has none
     * @return null when the connection must be closed without writing a byte
     */
    @Nullable
    ResponseEntity<String> handle(
            HttpServletRequest request,
            TossOperation operation,
            @Nullable String orderId,
            @Nullable String scope,
            Supplier<RecordedResponse> work) {
        faults.take(operation, orderId, LATENCY).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> before = faults.take(operation, orderId, LOST_BEFORE, ERROR_BEFORE, IN_FLIGHT, LATE);
        RecordedResponse response = before.isPresent()
                ? applyBefore(request, before.get(), scope, work)
                : applyAfter(request, operation, orderId, runOnce(scope, work));
        return ConnectionDropFilter.isDropRequested(request) ? null : response.toResponse();
    }

    private RecordedResponse applyBefore(
            HttpServletRequest request, Fault fault, @Nullable String scope, Supplier<RecordedResponse> work) {
        switch (fault.kind()) {
            case ERROR_BEFORE -> {
                return responses.error(fault.status(), fault.code(), "requested by a fault");
            }
            case IN_FLIGHT -> {
                return responses.error(TossError.of("IDEMPOTENT_REQUEST_PROCESSING"));
            }
            case LATE -> runLater(fault.millis(), scope, work);
            default -> {}
        }
        ConnectionDropFilter.requestDrop(request);
        return responses.error(500, "COMMON_ERROR", "never sent");
    }

    private RecordedResponse applyAfter(
            HttpServletRequest request, TossOperation operation, @Nullable String orderId, RecordedResponse answer) {
        faults.take(operation, orderId, LATENCY_AFTER).ifPresent(fault -> pause(fault.millis()));
        Optional<Fault> fault = faults.take(operation, orderId, LOST_AFTER, ERROR_AFTER, GARBAGE, WRONG_AMOUNT);
        if (fault.isEmpty()) {
            return answer;
        }
        return switch (fault.get().kind()) {
            case ERROR_AFTER ->
                responses.error(fault.get().status(), fault.get().code(), "requested by a fault");
            case GARBAGE -> new RecordedResponse(200, "<html><body>It works!</body></html>");
            case WRONG_AMOUNT ->
                new RecordedResponse(
                        answer.status(), answer.body().replaceFirst("\"totalAmount\":(\\d+)", "\"totalAmount\":1$1"));
            default -> {
                ConnectionDropFilter.requestDrop(request);
                yield answer;
            }
        };
    }

    private RecordedResponse runOnce(@Nullable String scope, Supplier<RecordedResponse> work) {
        if (scope == null) {
            return work.get();
        }
        return store.begin(scope)
                .map(known -> known.orElseGet(() -> responses.error(TossError.of("IDEMPOTENT_REQUEST_PROCESSING"))))
                .orElseGet(() -> runAndStore(scope, work));
    }

    private void runLater(long millis, @Nullable String scope, Supplier<RecordedResponse> work) {
        if (scope != null && store.begin(scope).isPresent()) {
            return;
        }
        Thread.ofVirtual().start(() -> {
            pause(millis);
            runAndStore(scope, work);
        });
    }

    private RecordedResponse runAndStore(@Nullable String scope, Supplier<RecordedResponse> work) {
        if (scope == null) {
            return work.get();
        }
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
