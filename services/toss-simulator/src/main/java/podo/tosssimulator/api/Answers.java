package podo.tosssimulator.api;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import podo.tosssimulator.money.Payment;
import podo.tosssimulator.money.TossError;
import tools.jackson.databind.json.JsonMapper;

/** Puts a payment, or Toss's refusal, into the words of the wire. */
@Component
class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    Answer to(Supplier<Payment> work) {
        try {
            return new Answer(200, json.writeValueAsString(TossPayment.of(work.get())));
        } catch (TossError e) {
            return error(e);
        }
    }

    Answer error(TossError e) {
        return error(e.status(), e.code(), String.valueOf(e.getMessage()));
    }

    Answer error(int status, String code, String message) {
        return new Answer(status, json.writeValueAsString(Map.of("code", code, "message", message)));
    }
}
