package podo.payment.pg;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads Toss's answers: done, refused, not found, our fault, and unknown for all that decides nothing. */
final class TossResponseReader {

    private static final Set<String> OUR_FAULT = Set.of(
            "UNAUTHORIZED_KEY", "INCORRECT_BASIC_AUTH_FORMAT", "INVALID_API_KEY", "INVALID_UNREGISTERED_SUBMALL");

    /** Errors with a 4xx status after which the money may have moved nevertheless. */
    private static final Set<String> UNDECIDED = Set.of(
            "IDEMPOTENT_REQUEST_PROCESSING",
            "ALREADY_PROCESSED_PAYMENT",
            "DUPLICATED_ORDER_ID",
            "PROVIDER_ERROR",
            "ALREADY_CANCELED_PAYMENT",
            "TOO_MANY_REQUESTS");

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(@Nullable String code, @Nullable String message) {}

    private final JsonMapper json;

    TossResponseReader(JsonMapper json) {
        this.json = json;
    }

    Verdict read(int status, String body, boolean lookUp) {
        if (status == 200) {
            return payment(body);
        }
        Refusal refusal = refusal(body);
        String code = refusal.code();
        if (code != null && OUR_FAULT.contains(code) || status == 401) {
            return new Verdict.OurFault(code == null ? "401" : code);
        }
        if (lookUp && status == 404 && code != null) {
            return new Verdict.NotFound(code);
        }
        if (code == null || !isCertain(status, code)) {
            return new Verdict.Unknown(status + " " + code);
        }
        String message = refusal.message();
        return new Verdict.Refused(code, message == null ? code : message);
    }

    private static boolean isCertain(int status, String code) {
        return status >= 400
                && status < 500
                && status != 408
                && status != 409
                && status != 429
                && !UNDECIDED.contains(code);
    }

    private Verdict payment(String body) {
        try {
            TossPayment payment = json.readValue(body, TossPayment.class);
            return payment != null && payment.isComplete()
                    ? new Verdict.Done(payment)
                    : new Verdict.Unknown("an answer without a payment");
        } catch (JacksonException e) {
            return new Verdict.Unknown("an unreadable answer");
        }
    }

    private Refusal refusal(String body) {
        try {
            Refusal refusal = json.readValue(body, Refusal.class);
            return refusal == null ? new Refusal(null, null) : refusal;
        } catch (JacksonException e) {
            return new Refusal(null, null);
        }
    }
}
