package podo.tosssimulator.api;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import podo.tosssimulator.money.SimulatedPayment;
import podo.tosssimulator.money.TossError;
import tools.jackson.databind.json.JsonMapper;

/** Turns a payment or an error into the JSON that Toss answers. */
@Component
class TossResponses {

    private final JsonMapper json;

    TossResponses(JsonMapper json) {
        this.json = json;
    }

    RecordedResponse of(Supplier<SimulatedPayment> work) {
        try {
            return new RecordedResponse(200, json.writeValueAsString(TossPaymentBody.of(work.get())));
        } catch (TossError e) {
            return error(e);
        }
    }

    RecordedResponse error(TossError e) {
        return error(e.status(), e.code(), String.valueOf(e.getMessage()));
    }

    RecordedResponse error(int status, String code, String message) {
        return new RecordedResponse(status, json.writeValueAsString(Map.of("code", code, "message", message)));
    }
}
